import type { Call, CallWeight, Service } from '../../../../lib/model';
import { addService, emptyContext } from '../../../support/systems';
import { breaches, rulesBroken } from '../../breaches';

const connect = (
  from: Service<'Do'>,
  to: Service<'Do'>,
  weight: CallWeight = { criticality: 'required' },
): Call => from.calls(to.api.operation('Do'), { timeout: '10s', ...weight });

const ring = (names: readonly string[], last?: CallWeight) => {
  const { system, context } = emptyContext();
  const services = names.map((name) => addService(context, name));
  services.forEach((service, i) => {
    const next = services[(i + 1) % services.length];
    if (next) connect(service, next, i === services.length - 1 ? last : undefined);
  });
  return system;
};

describe('ARC-001', () => {
  test('accepts a cycle with an optional call', () => {
    const system = ring(['b', 'a'], { criticality: 'optional', fallback: 'cache' });

    expect(breaches(system, 'ARC-001')).toStrictEqual([]);
  });

  test('names a cycle once, at its first service by name', () => {
    expect(breaches(ring(['c', 'a', 'b']), 'ARC-001')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.a',
        problem: 'required calls form the cycle a -> b -> c -> a',
        numbers: { services: 3 },
        fix: 'make the calls from c to a or from a to b optional, or replace them by an event',
      },
    ]);
  });

  test('leaves the middle of a long cycle out', () => {
    expect(
      breaches(ring('abcdefghij'.split('')), 'ARC-001').map(({ problem }) => problem),
    ).toStrictEqual([
      'required calls form the cycle a -> b -> c -> d -> (3 more) -> h -> i -> j -> a',
    ]);
  });

  test('leaves a service that calls itself to the declaration', () => {
    const { system, context } = emptyContext();
    const a = addService(context, 'a');
    connect(a, a);

    expect(rulesBroken(system)).toStrictEqual(['DCL-004']);
  });

  test('shows all of a shorter one, and names its two ends', () => {
    expect(
      breaches(ring('abcdefg'.split('')), 'ARC-001').map(({ problem, fix }) => [problem, fix]),
    ).toStrictEqual([
      [
        'required calls form the cycle a -> b -> c -> d -> e -> f -> g -> a',
        'make the calls from g to a or from a to b optional, or replace them by an event',
      ],
    ]);
  });
});
