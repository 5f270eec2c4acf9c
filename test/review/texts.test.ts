import { calleeOf, count, either, listNames, tryProperty } from '../../lib/review/texts';
import { soundSystem } from '../support/systems';

test('listNames cuts a list after ten', () => {
  const names = 'abcdefghij'.split('');

  expect(listNames(names)).toBe('a, b, c, d, e, f, g, h, i, j');
  expect(listNames([...names, 'k'])).toBe('a, b, c, d, e, f, g, h, i, j and 1 more');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', undefined, 'b', 'c'], 'a, b or c'],
])('either joins %p', (options, text) => {
  expect(either(...options)).toBe(text);
});

test('count knows one and many', () => {
  expect([0, 1, 2].map((number) => count(number, 'error'))).toStrictEqual([
    '0 errors',
    '1 error',
    '2 errors',
  ]);
});

test('calleeOf names service and operation', () => {
  expect(calleeOf(soundSystem().call)).toBe('orders.PlaceOrder');
});

test('tryProperty names what bounds a try', () => {
  expect(tryProperty(soundSystem({ call: { perTry: '50ms' } }).call)).toBe('perTry');
  expect(tryProperty(soundSystem({ call: { perTry: '60ms' } }).call)).toBe('timeout');
});
