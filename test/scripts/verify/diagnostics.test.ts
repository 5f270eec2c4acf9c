import { parseDiagnostics, toText, type Diagnostic } from '../../../scripts/verify/diagnostics';

const range = { filename: 'cdk.tf.json', start: { line: 7 } };

test.each<[Omit<Diagnostic, 'severity'>, string]>([
  [{ summary: 'It is wrong' }, 'It is wrong'],
  [
    { summary: 'It is wrong', detail: 'Very\n  much.', range },
    'cdk.tf.json:7: It is wrong: Very much.',
  ],
  [{ summary: 'Wrong', detail: 'Wrong, very much', range }, 'cdk.tf.json:7: Wrong, very much'],
  [
    { summary: 'It is wrong', range, snippet: { context: 'resource.a.b' } },
    'resource.a.b: It is wrong',
  ],
  [{ summary: 'It is wrong', range, snippet: { context: null } }, 'cdk.tf.json:7: It is wrong'],
])('%j is one line', (diagnostic, line) => {
  expect(toText({ severity: 'error', ...diagnostic })).toBe(line);
});

test('what is no answer of Terraform is none', () => {
  expect(parseDiagnostics('Segmentation fault')).toBeUndefined();
  expect(parseDiagnostics('{}')).toBeUndefined();
  expect(parseDiagnostics('{"diagnostics":[]}')).toEqual([]);
});
