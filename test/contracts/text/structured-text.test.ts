import {
  escapePointer,
  lineAndColumn,
  parseObject,
} from '../../../lib/contracts/text/structured-text';

function read(file: string, text: string) {
  const problems: string[] = [];
  const value = parseObject(file, text, (at, problem, fix) => {
    problems.push(`${at} ${problem}; ${fix}`);
  });
  return { value, problems };
}

describe('lines and columns', () => {
  test.each([
    ['abc', 0, '1:1'],
    ['abc', 2, '1:3'],
    ['a\nbc', 1, '1:2'],
    ['a\nbc', 2, '2:1'],
    ['a\nbc\n', 5, '3:1'],
  ])('of %j at %d are %s', (text, position, place) => {
    expect(lineAndColumn(text, position)).toBe(place);
  });
});

describe('the text of a contract', () => {
  test.each(['a.json', 'a.avsc', 'a.yaml', 'a.yml'])('is an object: %s', (file) => {
    expect(read(file, '{"a": {"b": [1, null, "x", true]}}')).toStrictEqual({
      value: { a: { b: [1, null, 'x', true] } },
      problems: [],
    });
  });

  it('has no dates: what looks like one is a text', () => {
    expect(read('a.yaml', 'a: 2026-01-01\nb: yes\nc: 0x10').value).toStrictEqual({
      ...{ a: '2026-01-01', b: 'yes', c: 16 },
    });
  });

  test.each([
    ['a.json', '{\n  "a": 1,\n}', /^3:1 is not JSON: .*; correct the text there$/],
    ['a.json', '{"a": 1', /^1:8 is not JSON: .*; correct the text there$/],
    ['a.yaml', 'a: 1\n b: 2', /^2:3 is not YAML: .*; correct the text there$/],
    ['a.yaml', 'a: [1', /^\d:\d is not YAML: .*; correct the text there$/],
    ['a.yaml', 'a: 1\na: 2', /^2:1 is not YAML: duplicated mapping key; correct the text there$/],
    ['a.json', '[1]', /^ is no object; write the contract as an object$/],
    ['a.yaml', 'just words', /^ is no object; write the contract as an object$/],
    ['a.yaml', 'a/b:\n  - .nan', /^\/a~1b\/0 has the value NaN, which JSON does not have; .*$/],
    ['a.yaml', 'a: .inf', /^\/a has the value Infinity, which JSON does not have; .*$/],
    [
      'a.yaml',
      'a: &x\n  b: *x',
      /^ nests more than 200 deep; take the alias out that stands inside what it names$/,
    ],
  ])('of %s is refused where it says %j', (file, text, message) => {
    const { problems } = read(file, text);

    expect(problems.length).toBe(1);
    expect(problems[0]).toMatch(message);
  });

  it('may not expand to any size by aliases', () => {
    const levels = Array.from({ length: 8 }, (_, level) => {
      const below = level === 0 ? 'x' : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array.from({ length: 10 }, () => below).join(', ')}]`;
    });
    const { value, problems } = read('a.yaml', levels.join('\n'));

    expect(value).toBeUndefined();
    expect(problems).toStrictEqual([
      ' expands to more than 1000000 values; take the aliases out that repeat parts',
    ]);
  });

  it('names a place as a pointer does', () => {
    expect(escapePointer('a/b~c')).toBe('a~1b~0c');
  });
});
