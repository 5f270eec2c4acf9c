import { judge } from '../../../../scripts/verify/engines/both-engines';

/** An output of stacks with one value each. */
function outputOf(version: string, stacks: Readonly<Record<string, number>>) {
  return new Map([
    ['manifest.json', JSON.stringify({ version })],
    ...Object.entries(stacks).map(([name, value]): [string, string] => [
      `stacks/${name}/cdk.tf.json`,
      JSON.stringify({ value, '//': { metadata: { version } } }),
    ]),
  ]);
}
const own = (stacks: Readonly<Record<string, number>>) => ({
  ...{ engine: 'cdktf', version: '0.21.0', output: outputOf('0.21.0', stacks) },
});
const fork = (stacks: Readonly<Record<string, number>>, version = '0.24.0') => ({
  ...{ engine: 'cdktn', version: '0.24.0', output: outputOf(version, stacks) },
});

test('equal stacks of both engines pass', () => {
  expect(judge(own({ a: 1, b: 2 }), fork({ a: 1, b: 2 }))).toEqual({
    problems: [],
    figure: '2 stacks equal',
  });
});

test('stacks that differ are told from those that do not', () => {
  const { problems, figure } = judge(own({ a: 1, b: 2 }), fork({ a: 1, b: 3 }));
  expect(figure).toBe('1 of 2 stacks equal');
  expect(problems).toEqual([
    '[stacks/b/cdk.tf.json] value: cdktf writes 2, cdktn 3; set it so that both write the same',
  ]);
});

test('no stacks are a problem, since nothing was judged', () => {
  expect(judge(own({}), fork({})).problems).toEqual([
    '[stacks] none was written; declare an environment in the system',
  ]);
});

test('an engine that is not what it is said to be is a problem', () => {
  expect(judge(own({ a: 1 }), fork({ a: 1 }, '0.21.0')).problems).toEqual([
    "[cdktn] wrote as version 0.21.0, not 0.24.0; see what 'cdktf' resolves to",
  ]);
  expect(judge(own({ a: 1 }), { ...fork({ a: 1 }), output: new Map() }).problems[0]).toBe(
    "[cdktn] wrote as version unknown, not 0.24.0; see what 'cdktf' resolves to",
  );
});
