import { Token } from 'cdktf';
import type { AuroraSize } from '../../../lib/aws/rds/aurora-size';
import {
  assertSize,
  classOf,
  defaultConnectionsOf,
  fixedMemoryOf,
  renderScaling,
} from '../../../lib/aws/rds/aurora-size';

const SCOPE = { node: { path: 'x' } };
const FIXED: AuroraSize = { instanceClass: 'db.r7g.large' };
const of = (min: number, max: number): AuroraSize => ({ capacity: { min, max } });

test.each([of(0, 1), of(0.5, 1.5), of(256, 256), of(8, 8), FIXED])('%j is a size', (size) => {
  expect(() => {
    assertSize(SCOPE, size);
  }).not.toThrow();
});

test.each([
  [of(0, 0.5), 'capacity.max is 0.5, 1 to 256 in steps of 0.5 is needed'],
  [of(0, 256.5), 'capacity.max is 256.5, 1 to 256 in steps of 0.5 is needed'],
  [of(0, 1.25), 'capacity.max is 1.25, 1 to 256 in steps of 0.5 is needed'],
  [of(-0.5, 2), 'capacity.min is -0.5, 0 to 2 in steps of 0.5 is needed'],
  [of(2.5, 2), 'capacity.min is 2.5, 0 to 2 in steps of 0.5 is needed'],
  [of(0.3, 2), 'capacity.min is 0.3, 0 to 2 in steps of 0.5 is needed'],
])('%j is not', (size, problem) => {
  expect(() => {
    assertSize(SCOPE, size);
  }).toThrow(`[x] ${problem}; pass capacity units in that range`);
});

test('a fixed size is its class and its memory', () => {
  expect(classOf(FIXED)).toBe('db.r7g.large');
  expect(fixedMemoryOf(FIXED)).toBe(16);
  expect(renderScaling(FIXED)).toBeUndefined();
  expect(defaultConnectionsOf(FIXED)).toBe(1678);
  expect(defaultConnectionsOf({ instanceClass: 'db.x2iedn.xlarge' })).toBeUndefined();
});

test('a capacity is rendered, and its memory is not fixed', () => {
  expect(classOf(of(1, 4))).toBe('db.serverless');
  expect(fixedMemoryOf(of(1, 4))).toBeUndefined();
  expect(renderScaling(of(1, 4))).toEqual({ minCapacity: 1, maxCapacity: 4 });
});

test.each([
  [0.5, 4, 839],
  [0, 16, 2000],
  [0.5, 16, 2000],
  [1, 16, 3357],
  [1, 64, 5000],
])('%d to %d units take %d connections', (min, max, connections) => {
  expect(defaultConnectionsOf(of(min, max))).toBe(connections);
});

test('what only Terraform knows passes, and gives no number of connections', () => {
  const size = of(Token.asNumber('${var.min}'), Token.asNumber('${var.max}'));

  expect(() => {
    assertSize(SCOPE, size);
  }).not.toThrow();
  expect(defaultConnectionsOf(size)).toBeUndefined();
});
