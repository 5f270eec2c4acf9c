import { Environment, type System } from '../../lib/model';
import { review, reviewToJson } from '../../lib/review';
import { addService, emptyContext, soundSystem } from '../support/systems';

const accepted = { reason: 'measured', until: '2026-12-31' };

describe('review', () => {
  test('finds nothing in a sound system', () => {
    expect(review(soundSystem().system)).toStrictEqual({
      findings: [],
      acknowledged: [],
      errors: 0,
      warnings: 0,
    });
  });

  test('puts mistakes in declarations and breaches of rules together, errors first', () => {
    const { system } = soundSystem({
      call: { perTry: '40ms' },
      database: { poolPerReplica: 0 },
      production: { releases: {} },
    });

    const { findings, errors, warnings } = review(system);

    expect(findings.map(({ rule }) => rule)).toStrictEqual([
      ...['REL-001', 'DCL-003', 'REL-001'],
      'TMO-004',
    ]);
    expect([errors, warnings]).toStrictEqual([3, 1]);
  });

  test('sets aside what is acknowledged', () => {
    const { system, web } = soundSystem({ call: { perTry: '40ms' } });
    web.acknowledge('TMO-004', accepted);

    const { findings, acknowledged } = review(system);

    expect(findings).toStrictEqual([]);
    expect(acknowledged).toMatchObject([{ finding: { rule: 'TMO-004' }, ...accepted }]);
  });

  test('cannot set mistakes in declarations aside', () => {
    const { system, web } = soundSystem({ call: { perTry: '0ms' } });
    web.acknowledge('DCL-003', accepted);

    expect(review(system).findings.map(({ rule }) => rule)).toStrictEqual(['ACK-001', 'DCL-003']);
  });

  test('knows the day only when it is told', () => {
    const { system, web } = soundSystem({ call: { perTry: '40ms' } });
    web.acknowledge('TMO-004', accepted);
    const rules = (asOf?: string) =>
      review(system, asOf === undefined ? {} : { asOf }).findings.map(({ rule }) => rule);

    expect(rules()).toStrictEqual([]);
    expect(rules('2026-12-31')).toStrictEqual([]);
    expect(rules('2027-01-01')).toStrictEqual(['ACK-001', 'TMO-004']);
  });

  test('looks at ends of support only when it is told the day', () => {
    const { system } = soundSystem({ production: { kubernetesVersion: '1.30' } });
    const rules = (asOf?: string) =>
      review(system, asOf === undefined ? {} : { asOf }).findings.map(({ rule }) => rule);

    expect(rules()).toStrictEqual([]);
    expect(rules('2026-01-01')).toStrictEqual(['EKS-001']);
  });

  test('refuses a day that is none', () => {
    expect(() => review(soundSystem().system, { asOf: 'today' })).toThrow(
      "asOf is 'today', a day is needed; write it like 2027-01-31",
    );
  });

  test('does not fail on a system in which everything is wrong', () => {
    const { system, context } = emptyContext();
    const broken = { min: -1, max: 0.5 };
    const [a, b] = ['a', 'a'].map((name) =>
      addService(context, name, {
        replicas: broken,
        throughput: { perReplica: 0, peak: 0 },
        objective: { availability: '0%', latency: { p99: '0ms' } },
        processing: '-1ms',
      }),
    );
    a?.calls(
      { service: b ?? a, name: 'Nothing', siblings: [] },
      {
        ...{ timeout: '0ms', perTry: '0ms', retries: -1, rate: 0, criticality: 'required' },
      },
    );
    new Environment(system, 'production', {
      ...{ account: 'x', protection: 'retain', regions: [], cidr: 'x' },
    });

    const rules = new Set(review(system).findings.map(({ rule }) => rule.slice(0, 3)));

    expect([...rules]).toStrictEqual(['DCL', 'OWN']);
  });
});

/** Services, each of which calls those at the given distances after it. */
function large(count: number, distances: readonly number[]): System {
  const { system, context } = emptyContext();
  const services = Array.from({ length: count }, (_, i) =>
    addService(context, `s${i}`, { config: { COLOUR: 'red' } }),
  );
  services.forEach((service, i) => {
    for (const distance of distances) {
      const callee = services[i + distance]?.api.operation('Do');
      const timing = { timeout: '10s', perTry: '10ms', retries: 1 } as const;
      if (callee) service.calls(callee, { ...timing, criticality: 'required' });
    }
  });
  for (const [i, name] of ['production', 'staging'].entries()) {
    new Environment(system, name, {
      account: '111122223333',
      protection: 'retain',
      regions: ['eu-west-1', 'us-east-1'],
      cidr: `10.${16 * i}.0.0/12`,
    });
  }
  return system;
}

describe('a review of 1,000 services', () => {
  test.each([
    ['in a chain', [1]],
    ['with 10,000 calls', [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]],
  ])('%s ends, however deep its calls', (_, distances) => {
    const system = large(1_000, distances);

    const { findings } = review(system);

    expect(findings.length).toBeGreaterThan(1_000);
  });

  test('in one large cycle ends', () => {
    const { system, context } = emptyContext();
    const services = Array.from({ length: 1_000 }, (_, i) => addService(context, `s${i}`));
    services.forEach((service, i) => {
      const callee = services[(i + 1) % 1_000]?.api.operation('Do');
      if (callee) service.calls(callee, { timeout: '10ms', criticality: 'required' });
    });

    const rules = review(system).findings.map(({ rule }) => rule);

    expect(rules.filter((rule) => rule === 'ARC-001')).toHaveLength(1);
  });
});

test('a review does not depend on the order of declaration', () => {
  const build = (names: readonly string[]): string => {
    const { system, context } = emptyContext();
    const services = new Map(names.map((name) => [name, addService(context, name)]));
    for (const [from, to] of names.flatMap((a) => names.map((b) => [a, b] as const))) {
      const callee = services.get(to)?.api.operation('Do');
      const timing = { timeout: '50ms', perTry: '50ms', retries: 1 } as const;
      if (from < to && callee)
        services.get(from)?.calls(callee, { ...timing, criticality: 'required' });
    }
    return JSON.stringify(reviewToJson(review(system)));
  };

  expect(build(['c', 'a', 'd', 'b'])).toBe(build(['a', 'b', 'c', 'd']));
});
