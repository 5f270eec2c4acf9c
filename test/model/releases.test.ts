import { isDigest } from '../../lib/model';
import { digestOf } from '../../lib/model/releases';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;

test('a digest has 64 hexadecimal digits', () => {
  expect(isDigest(A)).toBe(true);
  for (const text of [
    `${A}0`,
    A.slice(0, -1),
    `sha256:${'g'.repeat(64)}`,
    'a'.repeat(64),
    'v1',
    '',
  ])
    expect([text, isDigest(text)]).toStrictEqual([text, false]);
});

test('a service runs one digest everywhere', () => {
  expect(digestOf({ orders: A }, 'orders', 'eu-west-1')).toBe(A);
});

test('a region may run another than the rest', () => {
  const releases = { orders: { 'us-east-1': B, default: A } };
  expect(digestOf(releases, 'orders', 'us-east-1')).toBe(B);
  expect(digestOf(releases, 'orders', 'eu-west-1')).toBe(A);
});

test('what is not said is not released', () => {
  expect(digestOf({}, 'orders', 'eu-west-1')).toBeUndefined();
  expect(digestOf({ orders: { 'us-east-1': B } }, 'orders', 'eu-west-1')).toBeUndefined();
  expect(digestOf({}, 'toString', 'eu-west-1')).toBeUndefined();
  expect(digestOf({ orders: { default: A } }, 'orders', 'toString')).toBe(A);
});
