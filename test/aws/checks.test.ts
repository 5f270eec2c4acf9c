import { Lazy, Token } from 'cdktf';
import { assertName, assertWhole, assertZones, knownLength } from '../../lib/aws/checks';

const SCOPE = { node: { path: 'data/Orders' } };
const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `subnet-${index}`);

test('a name within its bounds passes', () => {
  expect(() => {
    assertName(SCOPE, 'name', 'a'.repeat(63), 'rdsIdentifier');
  }).not.toThrow();
});

test('a name out of its bounds is refused with path, value and bound', () => {
  expect(() => {
    assertName(SCOPE, 'name', 'a'.repeat(64), 'rdsIdentifier');
  }).toThrow(
    `[data/Orders] name '${'a'.repeat(64)}' has 64 characters, an RDS identifier has at most 63; rename it within these bounds`,
  );
});

test('a name only Terraform knows passes', () => {
  expect(() => {
    assertName(SCOPE, 'name', Lazy.stringValue({ produce: () => 'orders' }), 'rdsIdentifier');
  }).not.toThrow();
});

test.each([1, 5])('%d is a whole number of 1 to 5', (value) => {
  expect(() => {
    assertWhole(SCOPE, 'replicas', value, 1, 5);
  }).not.toThrow();
});

test.each([0, 6, 1.5, Number.NaN])('%d is no whole number of 1 to 5', (value) => {
  expect(() => {
    assertWhole(SCOPE, 'replicas', value, 1, 5);
  }).toThrow(
    `[data/Orders] replicas is ${value}, a whole number of 1 to 5 is needed; pass a number in that range`,
  );
});

test('a number without an upper bound says only the lower one', () => {
  expect(() => {
    assertWhole(SCOPE, 'days', 0, 1, Number.MAX_SAFE_INTEGER);
  }).toThrow(
    '[data/Orders] days is 0, a whole number of 1 or more is needed; pass a number in that range',
  );
});

test('a number only Terraform knows passes', () => {
  expect(() => {
    assertWhole(SCOPE, 'replicas', Token.asNumber('${var.replicas}'), 1, 5);
  }).not.toThrow();
});

test('the length of a list only Terraform knows is unknown', () => {
  expect(knownLength(ids(2))).toBe(2);
  expect(knownLength(Token.asList('${var.subnets}'))).toBeUndefined();
});

test.each([2, 3])('%d subnets lie between 2 and 3', (count) => {
  expect(() => {
    assertZones(SCOPE, ids(count), 3);
  }).not.toThrow();
});

test.each([1, 4])('%d subnets do not lie between 2 and 3', (count) => {
  expect(() => {
    assertZones(SCOPE, ids(count), 3);
  }).toThrow(
    `[data/Orders] subnetIds has ${count} entries, 2 to 3 are needed; pass one subnet per zone`,
  );
});

test('any number of subnets from 2 on passes where there is no upper bound', () => {
  expect(() => {
    assertZones(SCOPE, ids(6));
  }).not.toThrow();
  expect(() => {
    assertZones(SCOPE, ids(1));
  }).toThrow(
    '[data/Orders] subnetIds has 1 entries, 2 or more are needed; pass one subnet per zone',
  );
});

test('a list of subnets only Terraform knows passes', () => {
  expect(() => {
    assertZones(SCOPE, Token.asList('${var.subnets}'));
  }).not.toThrow();
});
