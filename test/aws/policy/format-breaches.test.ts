import { formatBreaches } from '../../../lib/aws/policy/format-breaches';

const breach = (path: string, problem = 'it is open') => ({
  ...{ rule: 'PUB-001', severity: 'error' as const, numbers: {}, source: 'https://example.com' },
  ...{ path, problem, fix: 'close it' },
});

test('gives a line for what is wrong, however often it is', () => {
  expect(formatBreaches([breach('a'), breach('b', 'it is shut'), breach('c')])).toBe(
    ['  PUB-001 [a, c] it is open; close it', '  PUB-001 [b] it is shut; close it'].join('\n'),
  );
});

test.each([
  [3, 'p0, p1, p2'],
  [4, 'p0, p1, p2 and 1 more'],
])('of %d paths it names %s', (count, where) => {
  const breaches = Array.from({ length: count }, (_, index) => breach(`p${index}`));

  expect(formatBreaches(breaches)).toBe(`  PUB-001 [${where}] it is open; close it`);
});
