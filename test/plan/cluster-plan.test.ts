import fc from 'fast-check';
import { planCluster, planNodes, type Demand } from '../../lib/plan/cluster-plan';
import { soundSystem } from '../support/systems';
import { PLACE } from './plans';

const GIB = 2 ** 30;

/** Replicas that ask for so much with their proxy, which asks for 100m and 128Mi. */
function demand(min: number, max: number, cpu: number, memory = 100 * 2 ** 20): Demand {
  return { cpu: cpu - 100, memory: memory - 128 * 2 ** 20, replicas: { min, max } };
}

test('a cluster without services has a node in each zone', () => {
  expect(planNodes([])).toStrictEqual({ instanceType: 'm7i.2xlarge', min: 3, max: 3 });
});

describe('nodes are as many in each zone, and those of two zones carry everything', () => {
  test.each([
    ['processor time', 20, demand(20, 21, 740)],
    ['memory', 20, demand(20, 21, 200, 2.8 * GIB)],
    ['addresses', 100, demand(100, 101, 110)],
  ])(
    'by %s: what fills two nodes exactly needs three, one replica more needs six',
    (_by, _n, it) => {
      expect(planNodes([it])).toMatchObject({ min: 3, max: 6 });
    },
  );

  test('demands add up, and the scarcest counts', () => {
    expect(planNodes([demand(10, 10, 740), demand(10, 11, 740)])).toMatchObject({
      min: 3,
      max: 6,
    });
    expect(planNodes([demand(20, 20, 740), demand(1, 1, 110)])).toMatchObject({ min: 6, max: 6 });
  });

  test('a replica of more than half a node has a node of its own', () => {
    expect(planNodes([demand(4, 5, 3_701)])).toMatchObject({ min: 6, max: 9 });
    expect(planNodes([demand(4, 5, 3_700)])).toMatchObject({ min: 3, max: 6 });
  });

  test('whatever is asked for', () => {
    const demands = fc.array(
      fc
        .record({
          cpu: fc.integer({ min: 10, max: 7_300 }),
          memory: fc.integer({ min: 1, max: 27 }).map((gib) => gib * GIB),
          min: fc.integer({ min: 1, max: 50 }),
          more: fc.integer({ min: 0, max: 50 }),
        })
        .map(({ cpu, memory, min, more }): Demand => ({
          ...{ cpu, memory },
          replicas: { min, max: min + more },
        })),
    );
    fc.assert(
      fc.property(demands, (list) => {
        const { min, max } = planNodes(list);
        const cpu = list.reduce((sum, one) => sum + (one.cpu + 100) * one.replicas.max, 0);
        expect([min % 3, max % 3]).toStrictEqual([0, 0]);
        expect(max).toBeGreaterThanOrEqual(min);
        expect((max * 2) / 3).toBeGreaterThanOrEqual(cpu / 7_400);
      }),
    );
  });
});

test('a cluster that is built is named, sized and administered', () => {
  const administrator = 'arn:aws:iam::111122223333:role/admin';
  const { production } = soundSystem({ production: { administrators: [administrator] } });
  expect(planCluster(production, 'eu-west-1', PLACE, [])).toStrictEqual({
    kind: 'built',
    name: 'shop-production-eu-west-1',
    version: '1.35',
    nodes: { instanceType: 'm7i.2xlarge', min: 3, max: 3 },
    secretsRole: {
      name: 'shop-production-eu-west-1-external-secrets',
      arn: 'arn:aws:iam::111122223333:role/shop-production-eu-west-1-external-secrets',
    },
    karpenter: {
      name: 'shop-production-eu-west-1-karpenter',
      nodeRole: 'shop-production-eu-west-1-karpenter-node',
    },
    administrators: [administrator],
  });
});

test('a cluster that exists is used as it is', () => {
  const { production } = soundSystem();
  const cluster = {
    name: 'shared',
    securityGroupId: 'sg-1',
    secretsRoleArn: 'arn:aws:iam::111122223333:role/secrets',
  };
  production.existing('eu-west-1', { cluster });
  expect(planCluster(production, 'eu-west-1', PLACE, [])).toStrictEqual({
    kind: 'existing',
    ...cluster,
  });
});

test('a cluster has the version of Kubernetes of its environment', () => {
  const { production } = soundSystem({ production: { kubernetesVersion: '1.34' } });
  expect(planCluster(production, 'eu-west-1', PLACE, [])).toMatchObject({ version: '1.34' });
});
