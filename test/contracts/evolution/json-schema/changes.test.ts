import type { JsonObject } from '../../../../lib/contracts/document';
import { jsonSchemaChanges } from '../../../../lib/contracts/evolution/json-schema/changes';
import { a, b, JSON_ROWS, one, open } from './json-rows';

const FILE = 'user-changed.schema.json';

function changes(old: JsonObject, now: JsonObject) {
  const digest = `sha256:${'0'.repeat(64)}`;
  return jsonSchemaChanges(
    [old],
    { kind: 'json-schema', file: FILE, digest, content: now },
    'FULL',
  );
}

describe('jsonSchemaChanges', () => {
  it.each(JSON_ROWS)('%s', (_, old, now, field, rule, backward, forward) => {
    const found = changes(old, now);

    expect(found.map((change) => [change.field, change.rule])).toStrictEqual(
      rule === '' ? [] : [[field, rule]],
    );
    expect(
      found.every(({ text }) => !text.includes('the new schema cannot read old records')),
    ).toBe(backward);
    expect(
      found.every(({ text }) => !text.includes('the old schema cannot read new records')),
    ).toBe(forward);
  });

  it.each([
    ['not', one({ not: a }), one({ not: b })],
    [
      'patternProperties',
      open({}, { patternProperties: { '^a': a } }),
      open({}, { patternProperties: { '^a': b } }),
    ],
    ['items', one({ type: 'array', items: [a] }), one({ type: 'array', items: [b] })],
    ['if', one({ if: a }), one({ if: b })],
    ['madeUp', one({ madeUp: 1 }), one({ madeUp: 2 })],
    ['not', one({ not: { $ref: '#/$defs/X' } }), one({ not: { $ref: '#/$defs/X' } })],
  ])('says that it cannot judge %s', (keyword, old, now) => {
    const found = changes({ ...old, $defs: { X: a } }, { ...now, $defs: { X: b } });

    expect(found).toMatchObject([
      { rule: `json-${keyword}-unjudged`, breaking: false, judged: false, direction: 'any' },
    ]);
  });

  it('does not judge branches of oneOf that may overlap', () => {
    const branch = (minimum: number) => ({ type: 'integer', minimum });
    const [change] = changes(
      one({ oneOf: [branch(1), branch(5)] }),
      one({ oneOf: [branch(1), branch(6)] }),
    );

    expect(change).toMatchObject({ field: 'a', breaking: true });
    expect(
      changes(one({ oneOf: [branch(1), true] }), one({ oneOf: [true, branch(1)] })),
    ).toStrictEqual([]);
    expect(changes(one({ oneOf: [branch(1), true] }), one(true))).toMatchObject([
      { rule: 'json-oneOf-unjudged', judged: false },
    ]);
  });

  it('tells branches apart by a constant that both require', () => {
    const branch = (kind: string, more: JsonObject = {}) => ({
      ...{ type: 'object', required: ['kind'], properties: { kind: { const: kind }, ...more } },
    });
    const found = changes(
      one({ oneOf: [branch('x')] }),
      one({ oneOf: [branch('x'), branch('y')] }),
    );

    expect(found).toMatchObject([{ rule: 'json-oneOf-widened', judged: true }]);
  });

  it('comes to an end where a schema holds itself', () => {
    const tree = (type: string): JsonObject => ({
      ...open({ root: { $ref: '#/$defs/Node' } }),
      $defs: {
        Node: { type: 'object', properties: { value: { type }, next: { $ref: '#/$defs/Node' } } },
      },
    });

    expect(changes(tree('string'), tree('integer')).map(({ field }) => field)).toStrictEqual([
      'root.value',
    ]);
  });

  it('joins allOf and follows references', () => {
    const parts: JsonObject = {
      ...{ title: 'shop.UserChanged', allOf: [{ $ref: '#/$defs/Base' }, { required: ['a'] }] },
      $defs: { Base: open({ a: { allOf: [a, { minLength: 2 }] } }) },
    };

    expect(changes(parts, open({ a: { ...a, minLength: 2 } }, { required: ['a'] }))).toStrictEqual(
      [],
    );
    expect(changes(parts, open({ a }, { required: ['a'] }))).toMatchObject([
      { field: 'a', rule: 'json-minLength-widened' },
    ]);
  });

  it('names the event by its title, else by its file', () => {
    const [titled] = changes(one(a), one(b));
    const [untitled] = changes({ type: 'string' }, { type: 'integer' });

    expect([titled?.event, untitled?.event]).toStrictEqual(['shop.UserChanged', 'user-changed']);
  });
});
