import { goPattern } from '../../../../scripts/verify/kubernetes/go-pattern';

test.each([
  ['^(?i)(abort|warn)?$', 'WARN', true],
  ['(?i)abort', 'Abort', true],
  ['^(?i)(abort|warn)?$', 'stop', false],
  ['^warn$', 'WARN', false],
  ['^warn$', 'warn', true],
])('%s fits %s: %s', (pattern, text, fits) => {
  expect(goPattern(pattern).test(text)).toBe(fits);
});

test('what only Go understands is not judged', () => {
  expect(() => goPattern(String.raw`^(?i:a)(?U)b`)).toThrow(SyntaxError);
});
