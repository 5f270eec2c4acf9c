import { addService, emptyContext } from '../../../support/systems';
import { breaches } from '../../breaches';

/** Services that each require the next. */
const chain = (length: number, criticality: 'required' | 'optional' = 'required') => {
  const { system, context } = emptyContext();
  const services = Array.from({ length }, (_, at) => addService(context, `s${at}`));
  for (const [at, service] of services.entries()) {
    const callee = services[at + 1]?.api.operation('Do');
    const weight =
      criticality === 'required'
        ? ({ criticality } as const)
        : ({ criticality, fallback: 'cache' } as const);
    if (callee)
      service.calls(callee, {
        timeout: '1s',
        ...(at === 2 ? weight : { criticality: 'required' }),
      });
  }
  return system;
};

describe('ARC-004', () => {
  test('accepts four calls one behind the other', () => {
    expect(breaches(chain(5), 'ARC-004')).toStrictEqual([]);
  });

  test('does not count behind an optional call', () => {
    expect(breaches(chain(8, 'optional'), 'ARC-004')).toStrictEqual([]);
  });

  test('warns of a fifth', () => {
    expect(breaches(chain(6), 'ARC-004')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.s0',
        problem: '5 required calls stand one behind the other: s0 -> s1 -> s2 -> s3 -> s4 -> s5',
        numbers: { depth: 5, maxDepth: 4 },
        fix: 'make the call from s4 to s5.Do optional, or replace it by an event',
      },
    ]);
  });

  test('shortens a long chain', () => {
    expect(breaches(chain(12), 'ARC-004')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.s0',
        problem:
          '11 required calls stand one behind the other: s0 -> s1 -> s2 -> s3 -> s4 -> s5 -> s6 -> (5 more)',
        numbers: { depth: 11, maxDepth: 4 },
        fix: 'make the call from s4 to s5.Do optional, or replace it by an event',
      },
    ]);
  });

  test('shows all of a chain of eight, and the call that is one too many', () => {
    const { system, context } = emptyContext();
    const services = Array.from({ length: 8 }, (_, at) => addService(context, `s${at}`));
    for (const [at, service] of services.entries()) {
      const callee = services[at + 1]?.api.operation('Do');
      if (callee) service.calls(callee, { timeout: '1s', criticality: 'required' });
    }
    const aside = addService(context, 'aside').api.operation('Do');
    services[4]?.calls(aside, { timeout: '1s', criticality: 'required' });

    expect(breaches(system, 'ARC-004').map(({ problem, fix }) => [problem, fix])).toStrictEqual([
      [
        '7 required calls stand one behind the other: s0 -> s1 -> s2 -> s3 -> s4 -> s5 -> s6 -> s7',
        'make the call from s4 to s5.Do optional, or replace it by an event',
      ],
    ]);
  });
});
