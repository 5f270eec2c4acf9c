import { readSystem, type Service } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { amplification, describeChain, retryChains } from '../../lib/plan/retries';
import { addService, emptyContext, soundSystem } from '../support/systems';

describe('amplification', () => {
  test('makes 64 of 4 tries in 3 layers', () => {
    expect(amplification([3, 3, 3])).toBe(64);
  });

  test('makes 243 of 3 tries in 5 layers', () => {
    expect(amplification([2, 2, 2, 2, 2])).toBe(243);
  });

  test('leaves one request one without retries', () => {
    expect(amplification([0, 0])).toBe(1);
    expect(amplification([])).toBe(1);
  });

  test('stops counting at a thousand million', () => {
    expect(amplification(Array.from({ length: 2_000 }, () => 1))).toBe(1_000_000_000);
  });
});

const timing = { timeout: '10s', perTry: '10ms', criticality: 'required' } as const;

/** Services that call each other as in `a>b:3`, with so many retries. */
function chainsOf(text: string): ReadonlyMap<string, { tries: number; path: string }> {
  const { system, context } = emptyContext();
  const services = new Map<string, Service<'Do'>>();
  const service = (name: string): Service<'Do'> => {
    const known = services.get(name) ?? addService(context, name);
    services.set(name, known);
    return known;
  };
  for (const [, from = '', to = '', retries] of text.matchAll(/(\w+)>(\w+):(\d+)/g)) {
    service(from).calls(service(to).api.operation('Do'), { ...timing, retries: Number(retries) });
  }
  return new Map(
    retryChains(indexSystem(readSystem(system))).map((chain) => [
      `${chain.call.caller.name}>${chain.call.operation.service.name}`,
      { tries: chain.tries, path: describeChain(chain) },
    ]),
  );
}

describe('retryChains', () => {
  test('multiplies along a path', () => {
    expect([...chainsOf('a>b:3 b>c:3 c>d:3')]).toStrictEqual([
      ['a>b', { tries: 4, path: 'a -> b' }],
      ['b>c', { tries: 16, path: 'a -> b -> c' }],
      ['c>d', { tries: 64, path: 'a -> b -> c -> d' }],
    ]);
  });

  test('takes the worst of several ways', () => {
    expect(chainsOf('a>c:0 b>c:2 c>d:1').get('c>d')).toStrictEqual({
      tries: 6,
      path: 'b -> c -> d',
    });
  });

  test('ends at a cycle: calls inside of it lengthen no chain', () => {
    const chains = chainsOf('a>b:1 b>c:1 c>b:1 c>d:1');

    expect(chains.get('c>d')?.tries).toBe(4);
    expect(chains.get('b>c')?.tries).toBe(4);
    expect(chains.get('c>b')?.tries).toBe(4);
  });

  test('goes on only by calls that are made during the operation', () => {
    const { system, context, web, orders } = soundSystem({ call: { retries: 1 } });
    const [a, b] = [addService(context, 'a'), addService(context, 'b')];
    orders.calls(a.api.operation('Do'), { ...timing, retries: 1, during: ['Cancel'] });
    orders.calls(b.api.operation('Do'), { ...timing, retries: 1, during: ['PlaceOrder'] });

    const chains = retryChains(indexSystem(readSystem(system)));
    const tries = new Map(chains.map(({ call, tries: count }) => [call.name, count]));

    expect(web.outgoing).toHaveLength(1);
    expect([...tries].sort()).toStrictEqual([
      ['a.Do', 2],
      ['b.Do', 4],
      ['orders.PlaceOrder', 2],
    ]);
  });

  test('leaves out a call whose retries are no number', () => {
    const { system } = soundSystem({ call: { retries: -1 } });

    expect(retryChains(indexSystem(readSystem(system)))).toStrictEqual([]);
  });
});

describe('describeChain', () => {
  test('leaves out the middle of a long chain', () => {
    expect(chainsOf('a>b:0 b>c:0 c>d:0 d>e:0 e>f:0').get('e>f')?.path).toBe(
      'a -> b -> c -> d -> e -> f',
    );
    expect(chainsOf('a>b:0 b>c:0 c>d:0 d>e:0 e>f:0 f>g:0 g>h:0').get('g>h')?.path).toBe(
      'a -> (2 more) -> d -> e -> f -> g -> h',
    );
  });
});
