import type { JsonObject } from '../../../lib/contracts';
import {
  follow,
  referencesIn,
  resolvePointer,
  rewriteReferences,
} from '../../../lib/contracts/text/references';

const ROOT: JsonObject = {
  a: { 'b/c': [{ x: 1 }, { $ref: '#/a/b~1c/0' }], 'd~e': 'text', '50%': { y: 2 } },
  loop: { $ref: '#/other' },
  other: { $ref: '#/loop' },
  nowhere: { $ref: '#/missing' },
  remote: { $ref: 'https://example.com/a.json' },
};

describe('references', () => {
  it('are found wherever they are no data', () => {
    const value = {
      schema: { $ref: '#/one' },
      default: { $ref: '#/data' },
      enum: [{ $ref: '#/data' }],
      example: { $ref: '#/data' },
      properties: { default: { $ref: '#/two' }, $ref: { type: 'string' } },
      list: [{ $ref: '#/three' }, { $ref: 3 }],
    };

    expect([...referencesIn(value)]).toStrictEqual([
      { at: '/schema', target: '#/one' },
      { at: '/properties/default', target: '#/two' },
      { at: '/list/0', target: '#/three' },
    ]);
  });

  it('are said in other words wherever they are no data', () => {
    const value = {
      a: [{ $ref: 'x' }],
      const: { $ref: 'x' },
      definitions: { value: { $ref: 'x' } },
    };

    expect(rewriteReferences(value, (target) => `${target}!`)).toStrictEqual({
      a: [{ $ref: 'x!' }],
      const: { $ref: 'x' },
      definitions: { value: { $ref: 'x!' } },
    });
  });

  test.each([
    ['#', ROOT, ''],
    ['#/a/b~1c/0', { x: 1 }, '/a/b~1c/0'],
    ['#/a/b%2Fc/0', { x: 1 }, '/a/b~1c/0'],
    ['#/a/d~0e', 'text', '/a/d~0e'],
    ['#/a/50%', { y: 2 }, '/a/50%'],
  ])('%s points at what stands there', (target, value, at) => {
    expect(resolvePointer(ROOT, target)).toStrictEqual({ value, at });
  });

  test.each(['#/missing', '#/a/b~1c/2', '#/a/d~0e/length', '#/toString', '#/a/b~1c/length'])(
    '%s points nowhere',
    (target) => {
      expect(resolvePointer(ROOT, target)).toBeUndefined();
    },
  );

  it('are followed to an object and its place', () => {
    expect(follow(ROOT, { $ref: '#/a/b~1c/1' }, '/here')).toStrictEqual({
      value: { x: 1 },
      at: '/a/b~1c/0',
    });
    expect(follow(ROOT, { x: 2 }, '/here')).toStrictEqual({ value: { x: 2 }, at: '/here' });
  });

  test.each(['loop', 'nowhere', 'remote'])('lead to nothing where they are %s', (key) => {
    expect(follow(ROOT, ROOT[key], '/here')).toBeUndefined();
  });
});
