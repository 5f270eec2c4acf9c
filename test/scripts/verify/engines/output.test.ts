import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compareTexts,
  engineVersionOf,
  readOutput,
  stacksOf,
} from '../../../../scripts/verify/engines/output';

const compare = (first: unknown, second: unknown) =>
  compareTexts(JSON.stringify(first), JSON.stringify(second));

describe('two texts', () => {
  test('that are JSON are equal whatever the order of keys and the white space', () => {
    expect(compareTexts('{"a":[],"b":{"c":1}}', '{ "b": {"c": 1},\n "a": [\n] }')).toEqual([]);
  });

  test('differ in a value, which is named by its path', () => {
    expect(compare({ a: { b: [1, 2] } }, { a: { b: [1, 3] } })).toEqual([
      { path: ['a', 'b', '1'], first: 2, second: 3 },
    ]);
  });

  test('differ in the order of a list', () => {
    expect(compare(['x', 'y'], ['y', 'x'])).toHaveLength(2);
  });

  test('differ in what only one has', () => {
    expect(compare({ a: 1 }, { a: 1, b: 2 })).toEqual([
      { path: ['b'], first: undefined, second: 2 },
    ]);
    expect(compare({ a: 1, b: 2 }, { a: 1 })).toEqual([
      { path: ['b'], first: 2, second: undefined },
    ]);
    expect(compare([1, 2], [1])).toEqual([{ path: ['1'], first: 2, second: undefined }]);
  });

  test.each([
    [[], {}],
    [['x'], { 0: 'x' }],
    [null, {}],
    [{ a: null }, {}],
    ['1', 1],
    [0, false],
  ])('with %j and %j are not taken for equal', (first, second) => {
    expect(compare(first, second)).toHaveLength(1);
  });

  test('differ in the order of the alphabet', () => {
    const paths = compare({ b: 1, a: 1, c: 1 }, { c: 2, b: 2, a: 2 }).map(({ path }) => path[0]);
    expect(paths).toEqual(['a', 'b', 'c']);
  });

  test('that are not JSON are compared as they are', () => {
    expect(compareTexts('a: 1', 'a: 1')).toEqual([]);
    expect(compareTexts('a: 1', 'a:  1')).toEqual([{ path: [], first: 'a: 1', second: 'a:  1' }]);
    expect(compareTexts('{}', '{')).toEqual([{ path: [], first: '{}', second: '{' }]);
  });
});

describe('an output', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engines-output-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('is read with all its files, by their path', () => {
    mkdirSync(join(folder, 'stacks/b'), { recursive: true });
    writeFileSync(join(folder, 'stacks/b/cdk.tf.json'), '{}');
    writeFileSync(join(folder, 'manifest.json'), '{"version":"0.24.0"}');
    const output = readOutput(`${folder}/`);
    expect([...output]).toEqual([
      ['manifest.json', '{"version":"0.24.0"}'],
      ['stacks/b/cdk.tf.json', '{}'],
    ]);
    expect(stacksOf(output)).toEqual(['b']);
    expect(engineVersionOf(output)).toBe('0.24.0');
  });

  test('that was not written has no stacks and no version', () => {
    const output = readOutput(join(folder, 'nothing'));
    expect(output.size).toBe(0);
    expect(stacksOf(output)).toEqual([]);
    expect(engineVersionOf(output)).toBeUndefined();
  });

  test('may have other files, which are no stacks', () => {
    const paths = [
      'stacks/a/cdk.tf.json',
      'stacks/a/assets/x/cdk.tf.json',
      'stacks/a/metadata.json',
    ];
    expect(stacksOf(new Map(paths.map((path) => [path, ''])))).toEqual(['a']);
  });
});
