import { typeProblems } from '../../../../scripts/verify/engines/compile';

const errorIn = (file: string) => `${file}(12,3): error TS2345: Argument of type 'A' is not B.`;

test('types that fit are no problem, whatever is printed', () => {
  expect(typeProblems({ code: 0, stdout: errorIn('lib/a.ts'), stderr: '' })).toEqual([]);
});

test('an error has its place and what to change; what only explains it is left out', () => {
  const stdout = `${errorIn('lib/aws/a.ts')}\n  Types of property 'x' are incompatible.\n${errorIn('stacks/b.ts')}\n`;
  expect(typeProblems({ code: 2, stdout, stderr: '' })).toEqual([
    "[lib/aws/a.ts:12] TS2345: Argument of type 'A' is not B; write what the types of both engines accept",
    "[stacks/b.ts:12] TS2345: Argument of type 'A' is not B; write what the types of both engines accept",
  ]);
});

test.each([
  [20, 20, undefined],
  [21, 21, '[tsc] 1 more errors'],
])('of %i errors, %i lines are shown', (errors, lines, last) => {
  const stdout = Array.from({ length: errors }, (_, index) => errorIn(`a${index}.ts`)).join('\n');
  const problems = typeProblems({ code: 2, stdout, stderr: '' });
  expect(problems).toHaveLength(lines);
  expect(problems[20]).toBe(last);
});

test('a compiler that broke off is a problem too', () => {
  expect(typeProblems({ code: undefined, stdout: '', stderr: 'stopped after 180 s' })).toEqual([
    '[tsc] ended with no code: stopped after 180 s',
  ]);
  expect(typeProblems({ code: 1, stdout: 'error TS5083: no tsconfig', stderr: '' })).toEqual([
    '[tsc] ended with 1: error TS5083: no tsconfig',
  ]);
});
