import { Token } from 'cdktf';
import { assertStorage, defaultCeiling } from '../../../lib/aws/rds/storage';

const SCOPE = { node: { path: 'x' } };

test.each([
  [20, 40],
  [32_768, 65_536],
  [32_769, 65_536],
  [59_578, 65_536],
  [59_579, 59_579],
  [65_536, 65_536],
])('%d GiB grow to %d', (storage, ceiling) => {
  expect(defaultCeiling(storage)).toBe(ceiling);
  expect(() => {
    assertStorage(SCOPE, storage, ceiling);
  }).not.toThrow();
});

test.each([
  [20, 20],
  [20, 22],
  [50, 55],
  [100, 65_536],
])('%d GiB may grow to %d', (storage, max) => {
  expect(() => {
    assertStorage(SCOPE, storage, max);
  }).not.toThrow();
});

test.each([19, 65_537, 20.5])('%d GiB are refused', (storage) => {
  expect(() => {
    assertStorage(SCOPE, storage, storage);
  }).toThrow(
    `[x] storageGiB is ${storage}, a whole number of 20 to 65536 is needed; pass a number in that range`,
  );
});

test.each([19, 21, 22.5, 65_537])('20 GiB may not grow to %d', (max) => {
  expect(() => {
    assertStorage(SCOPE, 20, max);
  }).toThrow(
    `[x] maxStorageGiB is ${max}, a whole number of 22 to 65536 is needed, or 20 itself; pass a number in that range, or the number of storageGiB for storage that does not grow`,
  );
});

test('what only Terraform knows passes', () => {
  const unknown = Token.asNumber('${var.storage}');

  expect(defaultCeiling(unknown)).toBe(65_536);
  expect(() => {
    assertStorage(SCOPE, unknown, 65_536);
    assertStorage(SCOPE, 50, unknown);
  }).not.toThrow();
});
