import { compareOutputs } from '../../../../scripts/verify/engines/compare';

const FILE = 'stacks/a/cdk.tf.json';

/** Compares files that two engines wrote; text stays text, all else becomes JSON. */
function compare(
  first: Readonly<Record<string, unknown>>,
  second: Readonly<Record<string, unknown>>,
) {
  const outputOf = (files: Readonly<Record<string, unknown>>) =>
    new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? content : JSON.stringify(content),
      ]),
    );
  return compareOutputs(
    { engine: 'cdktf', output: outputOf(first) },
    { engine: 'cdktn', output: outputOf(second) },
  );
}
const stackOf = (version: unknown, more: object = {}) => ({
  [FILE]: { '//': { metadata: { version, backend: 's3' } }, ...more },
});

test('equal stacks are counted', () => {
  const output = { ...stackOf('0.21.0'), 'stacks/b/cdk.tf.json': {}, 'manifest.json': {} };
  expect(compare(output, output)).toEqual({ equal: 2, problems: [] });
});

describe('the version of the engine is left out', () => {
  test('in the metadata of a stack', () => {
    expect(compare(stackOf('0.21.0'), stackOf('0.24.0'))).toEqual({ equal: 1, problems: [] });
  });

  test('in the manifest', () => {
    const { problems } = compare(
      { 'manifest.json': { version: '0.21.0', stacks: {} } },
      { 'manifest.json': { version: '0.24.0', stacks: {} } },
    );
    expect(problems).toEqual([]);
  });

  test.each([undefined, null, 24])('but not when one writes %s for it', (version) => {
    expect(compare(stackOf('0.21.0'), stackOf(version)).problems).toHaveLength(1);
  });
});

describe('nothing else is left out', () => {
  test.each([
    ['another field of the metadata', { '//': { metadata: { backend: 'local' } } }],
    [
      'the metadata of a resource',
      { resource: { x: { y: { '//': { metadata: { version: 'b' } } } } } },
    ],
    ['the version of a provider', { terraform: { required_providers: { aws: { version: 'b' } } } }],
    ['the source of a provider', { terraform: { required_providers: { aws: { source: 'b' } } } }],
    ['a field of a resource', { resource: { x: { y: { version: 'b' } } } }],
  ])('not %s', (_name, content) => {
    const other = JSON.parse(JSON.stringify(content).replace(/"(b|local)"/, '"a"')) as object;
    expect(compare({ [FILE]: content }, { [FILE]: other })).toMatchObject({ equal: 0 });
    expect(compare({ [FILE]: content }, { [FILE]: other }).problems).toHaveLength(1);
  });

  test('not the order in which stacks wait for each other', () => {
    const manifestOf = (dependencies: readonly string[]) => ({
      'manifest.json': { stacks: { a: { dependencies } } },
    });
    expect(compare(manifestOf(['b', 'c']), manifestOf(['c', 'b'])).problems).toHaveLength(2);
  });

  test('not a version where another file has it', () => {
    expect(
      compare({ 'stacks/a/x.json': { version: '1' } }, { 'stacks/a/x.json': { version: '2' } })
        .problems,
    ).toHaveLength(1);
    expect(
      compare({ [FILE]: { version: '1' } }, { [FILE]: { version: '2' } }).problems,
    ).toHaveLength(1);
  });
});

describe('a problem says', () => {
  test('where, what each engine writes, and what to change', () => {
    const [one, other] = [
      stackOf('1', { provider: { aws: [{ region: 'a' }] } }),
      stackOf('1', { provider: { aws: [{}] } }),
    ];
    expect(compare(one, other).problems).toEqual([
      '[stacks/a/cdk.tf.json] provider.aws.0.region: cdktf writes "a", cdktn nothing; set it so that both write the same',
    ]);
  });

  test('which engine alone writes a file', () => {
    expect(compare({ a: '', c: '' }, { b: '', c: '' })).toEqual({
      equal: 0,
      problems: [
        '[a] only cdktf writes it; have both engines write it',
        '[b] only cdktn writes it; have both engines write it',
      ],
    });
  });

  test('no more than the beginning of a long value', () => {
    const [problem = ''] = compare({ a: 'x'.repeat(1000) }, { a: 'y' }).problems;
    expect(problem).toContain(`cdktf writes "${'x'.repeat(118)}…, cdktn "y"`);
  });

  test.each([
    [5, 5, undefined],
    [6, 6, '[stacks/a/cdk.tf.json] 1 more differences'],
  ])('of %i differences in a file, %i lines', (differences, lines, last) => {
    const valuesOf = (value: number) => ({ [FILE]: Array<number>(differences).fill(value) });
    const { problems } = compare(valuesOf(1), valuesOf(2));
    expect(problems).toHaveLength(lines);
    expect(problems[5]).toBe(last);
  });
});
