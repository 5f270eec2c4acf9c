import { BoundedContext, readSystem, Topic, type RelationPattern } from '../../lib/model';
import { couplingsOf, crossingsOf, instability, isRelated } from '../../lib/plan/coupling';
import { indexSystem } from '../../lib/plan/index-of-system';
import { addService, emptyContext } from '../support/systems';

test("Martin's instability is what a context depends on, of all that ties it", () => {
  expect(instability(3, 1)).toBe(0.25);
  expect(instability(0, 2)).toBe(1);
  expect(instability(2, 0)).toBe(0);
  expect(instability(0, 0)).toBe(0);
});

const three = () => {
  const { system, context } = emptyContext();
  const { team } = context;
  const make = (name: string) => new BoundedContext(system, name, { team, subdomain: 'core' });
  const [a, b, c] = [make('a'), make('b'), make('c')];
  const [sa, sb, sc] = [addService(a, 'sa'), addService(b, 'sb'), addService(c, 'sc')];
  sa.calls(sb.api.operation('Do'), { timeout: '1s', criticality: 'required' });
  sa.calls(sc.api.operation('Do'), { timeout: '1s', criticality: 'optional', fallback: 'cache' });
  const topic = new Topic(sb, 'told', { partitions: 6, key: 'id' });
  sb.publishes(topic);
  sc.consumes(topic);
  addService(a, 'beside').consumes(topic);
  return { system, a, b, c, index: indexSystem(readSystem(system)) };
};

test('calls and events that leave a context tie it to another', () => {
  const { index } = three();

  expect(
    crossingsOf(index).map(({ from, to, calls, required, what }) => [
      `${from.name}>${to.name}`,
      calls,
      required,
      what,
    ]),
  ).toStrictEqual([
    ['a>b', true, true, 'sb.Do'],
    ['a>c', true, false, 'sc.Do'],
    ['a>b', false, false, 'topic told'],
    ['c>b', false, false, 'topic told'],
  ]);
});

test('a context that is tied twice is counted once', () => {
  const { index, a, b, c } = three();
  const couplings = couplingsOf(index);
  const figures = [a, b, c].map((context) => {
    const { afferent, efferent, instability: unstable } = couplings.get(context) ?? {};
    return [afferent, efferent, unstable];
  });

  expect(figures).toStrictEqual([
    [0, 2, 1],
    [2, 0, 0],
    [1, 1, 0.5],
  ]);
});

test.each<[RelationPattern, boolean]>([
  ['partnership', true],
  ['shared-kernel', true],
  ['customer-supplier', false],
  ['conformist', false],
  ['anticorruption-layer', false],
  ['open-host-service', false],
  ['published-language', false],
])('a %s binds the other side too: %s', (pattern, mutual) => {
  const { a, b } = three();
  a.relatesTo(b, { pattern });

  expect([isRelated(a, b), isRelated(b, a)]).toStrictEqual([true, mutual]);
});

test('a relation to one context is none to another', () => {
  const { a, b, c } = three();
  a.relatesTo(c, { pattern: 'conformist' });
  b.relatesTo(c, { pattern: 'partnership' });

  expect([isRelated(a, b), isRelated(b, a)]).toStrictEqual([false, false]);
});

test('contexts come in the order of names', () => {
  const { system, context } = emptyContext();
  const { team } = context;
  for (const name of ['a', 'z', 'm']) new BoundedContext(system, name, { team, subdomain: 'core' });
  const view = readSystem(system);
  const contexts = [...couplingsOf(indexSystem({ ...view, contexts: view.contexts.toReversed() }))];

  expect(contexts.map(([{ name }]) => name)).toStrictEqual(['a', 'm', 'ordering', 'z']);
});
