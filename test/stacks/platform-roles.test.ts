import { NAME_RULES } from '../../lib/core/names';
import { planSystem, type EnvironmentPlan } from '../../lib/plan';
import { platformRoleNames } from '../../stacks/platform-roles';
import { market, planMarket, type MarketOptions } from '../support/market';

function namesOf(options: MarketOptions): readonly string[] {
  return platformRoleNames(planMarket(options).live).map((name) =>
    name.replace('market-live-', ''),
  );
}

const DISPOSABLE = { regions: ['eu-west-1'], protection: 'disposable', edge: 'none' } as const;

test('roles are those of the layers, in order', () => {
  expect(namesOf({ live: DISPOSABLE })).toEqual(
    [
      ...[
        'alert-sender',
        'argocd-controller',
        'argocd-server',
        'aws-ebs-csi-driver',
        'cluster',
        'external-secrets',
      ],
      ...[
        'flow-logs',
        'grafana',
        'karpenter',
        'karpenter-node',
        'nodes',
        'topic-operator',
        'vpc-cni',
      ],
    ].map((part) => `eu-west-1-${part}`),
  );
});

test('a gate, backups and what is kept for long each bring their own', () => {
  const less = namesOf({ live: DISPOSABLE });
  const more = namesOf({ live: { regions: ['eu-west-1'] } });

  expect(more.filter((name) => !less.includes(name))).toEqual(
    [
      'backup',
      'load-balancers',
      'log-admin',
      'metrics-writer',
      'restore-tests',
      'telemetry-writer',
    ].map((part) => `eu-west-1-${part}`),
  );
});

test('copies bring one for each pair of regions', () => {
  const { live } = planMarket();
  const copying = live.regions.flatMap((region) =>
    region.replications.map(({ name }) => `${name}-replicator`),
  );

  expect(platformRoleNames(live).filter((name) => name.includes('-from-'))).toEqual(
    [...copying].sort(),
  );
  expect(new Set(copying).size).toBe(2);
});

test('what exists already has none', () => {
  const { system, live } = market({ live: { ...DISPOSABLE, protection: 'retain' } });
  live.existing('eu-west-1', {
    network: {
      vpcId: 'vpc-1',
      cidr: '172.16.0.0/16',
      privateSubnetIds: ['subnet-a1', 'subnet-a2', 'subnet-a3'],
      dataSubnetIds: ['subnet-d1', 'subnet-d2', 'subnet-d3'],
      dataSubnetCidrs: ['172.16.1.0/24', '172.16.2.0/24', '172.16.3.0/24'],
    },
    cluster: {
      name: 'old',
      securityGroupId: 'sg-1',
      secretsRoleArn: 'arn:aws:iam::111122223333:role/old-secrets',
    },
    kafka: {
      clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/old/1-2-3',
      bootstrapBrokers: 'b-1.old.example.com:9098',
    },
  });
  const names = planSystem(system).environments.flatMap(platformRoleNames);

  expect(names.map((name) => name.replace('market-live-eu-west-1-', ''))).toEqual([
    ...['alert-sender', 'argocd-controller', 'argocd-server', 'backup', 'grafana', 'log-admin'],
    ...['metrics-writer', 'restore-tests', 'telemetry-writer'],
  ]);
});

test('names fit also where system and environment have long ones, and begin with both', () => {
  const { live } = planMarket();
  const rename = (plan: EnvironmentPlan): EnvironmentPlan => ({
    ...plan,
    regions: plan.regions.map((region) => ({
      ...region,
      ...{ system: 'a'.repeat(20), environment: 'b'.repeat(9) },
      replications: region.replications.map((replication) => ({
        ...replication,
        name: `${'a'.repeat(20)}-${'b'.repeat(9)}-from-${replication.from}-to-${region.region}`,
      })),
    })),
  });
  const names = platformRoleNames(rename(live)).filter((name) => name.startsWith('a'));

  expect(Math.max(...names.map(({ length }) => length))).toBe(NAME_RULES.iamRole.max);
  expect(names.filter((name) => !name.startsWith(`${'a'.repeat(20)}-${'b'.repeat(9)}-`))).toEqual(
    [],
  );
  expect(new Set(names).size).toBe(names.length);
});
