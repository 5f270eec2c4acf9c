import type { Seed } from '../../../lib/plan/what-if/failure';
import { worstOf } from '../../../lib/plan/what-if/failure';
import { spread } from '../../../lib/plan/what-if/spread';
import { emptyContext, addService } from '../../support/systems';
import { readSystem } from '../../../lib/model/view';
import { indexSystem } from '../../../lib/plan/index-of-system';

const seed = (service: string, effect: Seed['effect']): Seed => ({
  ...{ service, operation: 'Do', effect, why: `${service} is ill` },
});
const REQUIRED = { timeout: '50ms', criticality: 'required' } as const;
const OPTIONAL = { timeout: '50ms', criticality: 'optional', fallback: 'queue' } as const;

/** Services a, b, c, d with the calls of a text like `a>b b?c`: required and optional. */
function hitsOf(calls: string, ...seeds: readonly Seed[]) {
  const { system, context } = emptyContext();
  const services = new Map(['a', 'b', 'c', 'd'].map((name) => [name, addService(context, name)]));
  for (const [from = '', sign, to = ''] of calls.split(' ')) {
    const callee = services.get(to)?.api.operation('Do');
    if (callee) services.get(from)?.calls(callee, sign === '>' ? REQUIRED : OPTIONAL);
  }
  const hits = spread(indexSystem(readSystem(system)), seeds);
  return Object.fromEntries([...hits.values()].map(({ service, effect }) => [service, effect]));
}

describe('spread', () => {
  it('carries an effect over required calls as it is', () => {
    expect(hitsOf('a>b b>c', seed('c', 'breaks in part'))).toStrictEqual({
      ...{ c: 'breaks in part', b: 'breaks in part', a: 'breaks in part' },
    });
  });

  it('makes it a fallback over an optional call, and carries that on', () => {
    expect(hitsOf('a>b b?c', seed('c', 'breaks'))).toStrictEqual({
      ...{ c: 'breaks', b: 'degrades', a: 'degrades' },
    });
  });

  it('lets the worst win, whichever is met first', () => {
    expect(hitsOf('a?b a>c', seed('b', 'breaks'), seed('c', 'breaks in part'))).toMatchObject({
      a: 'breaks in part',
    });
    expect(hitsOf('a>b a>c', seed('b', 'degrades'), seed('c', 'breaks'))).toMatchObject({
      a: 'breaks',
    });
    expect(hitsOf('a>b', seed('a', 'degrades'), seed('a', 'breaks'))).toMatchObject({
      a: 'breaks',
    });
  });

  it('ends in a cycle', () => {
    expect(hitsOf('a>b b>c c>a', seed('b', 'breaks'))).toStrictEqual({
      ...{ b: 'breaks', a: 'breaks', c: 'breaks' },
    });
  });

  it('goes to callers alone', () => {
    expect(hitsOf('a>b b>c', seed('a', 'breaks'))).toStrictEqual({ a: 'breaks' });
  });

  it('takes the shortest way', () => {
    const { system, context } = emptyContext();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => addService(context, name));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three are needed');
    a.calls(b.api.operation('Do'), REQUIRED);
    b.calls(c.api.operation('Do'), REQUIRED);
    const direct = a.calls(c.api.operation('Do'), REQUIRED);
    const hits = spread(indexSystem(readSystem(system)), [seed('c', 'breaks')]);

    expect(hits.get('a/Do')?.by).toBe(direct);
  });
});

test('the worst of effects comes first', () => {
  expect(worstOf(['untouched', 'degrades', 'breaks in part'])).toBe('breaks in part');
  expect(worstOf(['degrades', 'breaks'])).toBe('breaks');
  expect(worstOf([])).toBe('untouched');
});
