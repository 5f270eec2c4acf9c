import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { YAML_OPTIONS, yamlWriter } from '../../charts/yaml';

const expected = (document: unknown): string => dump(document, YAML_OPTIONS);
/** Texts that need care beside any other: what reads as another type, what has several lines, what must be quoted. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    'true',
    'null',
    '~',
    'y',
    'no',
    '1',
    '0x1',
    '1_0',
    '1:30',
    '.5',
    '2027-01-31',
  ),
  fc.constantFrom('- a', 'a: b', 'a #b', '*', '*.example.com', '<<', '{}', ' a', 'a ', "it's", '"'),
  fc.constantFrom('a\nb', 'a\n', '\n', '\ta', '\u0007', '\u00e9', '\u2028', 'a'.repeat(1_500)),
);
const { document } = fc.letrec((tie) => ({
  document: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('document'), { maxLength: 4 }),
    fc.dictionary(text, tie('document'), { maxKeys: 4 }),
  ),
}));

describe('yamlWriter', () => {
  test('writes the bytes that js-yaml writes', () => {
    const write = yamlWriter();

    fc.assert(
      fc.property(document, (each) => {
        expect(write(each)).toBe(expected(each));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['an empty mapping', {}],
    ['empty collections inside', { a: {}, b: [], c: [{}, []] }],
    ['a sequence of mappings', [{ a: 1, b: { c: 2 } }, { d: [1, 2] }]],
    ['sequences of sequences', { a: [[1, [2]], [3]] }],
    ['a number and a text that look alike', { number: 1, text: '1' }],
    ['zero from below beside zero', [0, -0, 0]],
    ['a text of several lines', { data: { 'app.conf': 'a = 1\nb = 2\n' }, after: 'c' }],
    ['a key beyond the short form', { ['k'.repeat(1_025)]: 1 }],
  ])('writes %s', (_what, each) => {
    expect(yamlWriter()(each)).toBe(expected(each));
  });

  test('writes a text the same the second time', () => {
    const write = yamlWriter();

    expect([write({ a: 'true' }), write(['true'])]).toEqual(["a: 'true'\n", "- 'true'\n"]);
  });
});
