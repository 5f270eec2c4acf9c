import { countCelRules, toStrict } from '../../../../scripts/verify/kubernetes/strict-schema';

const closed = (schema: unknown) => toStrict(schema, { closeEmpty: true });

test('an object with fields takes no others, at every level', () => {
  const text = { type: 'string' };

  expect(
    closed({
      type: 'object',
      properties: { a: { type: 'array', items: { properties: { b: text } } } },
    }),
  ).toEqual({
    type: 'object',
    additionalProperties: false,
    properties: {
      a: {
        type: 'array',
        items: { properties: { b: text }, additionalProperties: false },
      },
    },
  });
});

test.each([
  [{ properties: {}, 'x-kubernetes-preserve-unknown-fields': true }],
  [{ properties: {}, additionalProperties: { type: 'string' } }],
  [{ properties: {}, additionalProperties: true }],
])('%j stays open', (schema) => {
  expect(closed(schema)['additionalProperties']).not.toBe(false);
});

test('an object without fields is closed for custom resources alone', () => {
  expect(closed({ type: 'object' })).toEqual({ type: 'object', additionalProperties: false });
  expect(toStrict({ type: 'object' }, { closeEmpty: false })).toEqual({ type: 'object' });
});

test('conditions say nothing of which fields there are', () => {
  const oneOf = [{ properties: { a: {} } }, { not: { properties: { b: {} } } }];

  expect(closed({ type: 'string', oneOf })).toEqual({ type: 'string', oneOf });
});

test('a number or text is one of the two, by its own conditions where it has some', () => {
  const pattern = [{ type: 'integer' }, { type: 'string', pattern: 'a' }];

  expect(closed({ type: 'string', 'x-kubernetes-int-or-string': true })).toEqual({
    'x-kubernetes-int-or-string': true,
    anyOf: [{ type: 'integer' }, { type: 'string' }],
  });
  expect(closed({ 'x-kubernetes-int-or-string': true, anyOf: pattern })).toEqual({
    'x-kubernetes-int-or-string': true,
    anyOf: pattern,
  });
});

test('rules of CEL are counted wherever they stand', () => {
  const rules = { 'x-kubernetes-validations': [{ rule: 'a' }, { rule: 'b' }] };

  expect(countCelRules({ ...rules, properties: { a: { items: [rules] } } })).toBe(4);
  expect(countCelRules('x')).toBe(0);
});
