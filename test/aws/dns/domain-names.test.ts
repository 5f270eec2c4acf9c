import { repeated, validatedNames } from '../../../lib/aws/dns/domain-names';

test.each([
  [[], undefined],
  [['a', 'b'], undefined],
  [['a', 'b', 'b', 'a'], 'b'],
])('the first of %j that has occurred before is %s', (texts, expected) => {
  expect(repeated(texts)).toBe(expected);
});

test.each([
  [['example.com'], ['example.com']],
  [['example.com', '*.example.com'], ['example.com']],
  [['*.example.com', 'example.com'], ['*.example.com']],
  [
    ['example.com', 'a.example.com', '*.a.example.com'],
    ['example.com', 'a.example.com'],
  ],
])('%j are validated by the records of %j', (names, expected) => {
  expect(validatedNames(names)).toEqual(expected);
});
