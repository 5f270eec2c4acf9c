import { planMarket } from '../support/market';
import { parametersOf, providersOf, readingProblems, regionOf } from '../support/parameters';
import { rolesIn } from '../support/policies';
import type { Block } from '../support/synth-stacks';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';

const stacks = writtenStacks(planMarket().plan);
const hub = stacks.get('market-live-hub');
const OTHERS = ['us-east-1', 'ap-northeast-2'];

function all(type: string, stack: WrittenStack | undefined = hub): readonly Block[] {
  return Object.values(blocksOf(stack, 'resource', type));
}

test('it stands at home and reaches all regions, in one account', () => {
  expect(providersOf(hub)).toEqual([
    { region: 'eu-west-1', accounts: ['111122223333'] },
    ...OTHERS.map((region) => ({ alias: region, region, accounts: ['111122223333'] })),
  ]);
});

test('it waits for the layers of all regions, and reads what they publish where they publish it', () => {
  expect([...(hub?.dependencies ?? [])].sort()).toEqual(
    ['eu-west-1', ...OTHERS]
      .flatMap((region) =>
        ['cluster', 'kafka', 'network', 'operations'].map((at) => `market-live-${region}-${at}`),
      )
      .sort(),
  );
  expect(hub && readingProblems(hub, stacks)).toEqual([]);
  expect(new Set(parametersOf(hub, 'data').map(({ region }) => region)).size).toBe(3);
});

test('Argo CD may change every cluster by one role and see it by another, in entries of its region', () => {
  const policies = all('aws_eks_access_policy_association').map((block) => [
    regionOf(hub, block),
    block['cluster_name'],
    String(block['principal_arn']).replace(/^.*-argocd-/, ''),
    String(block['policy_arn']).replace(/^.*\//, ''),
  ]);

  expect(policies.sort()).toEqual(
    ['eu-west-1', ...OTHERS]
      .flatMap((region) => [
        [region, `market-live-${region}`, 'controller', 'AmazonEKSClusterAdminPolicy'],
        [region, `market-live-${region}`, 'server', 'AmazonEKSAdminViewPolicy'],
      ])
      .sort(),
  );
});

test('it reaches the clusters of other regions from network to network', () => {
  expect(all('aws_vpc_peering_connection').map((way) => way['peer_region'])).toEqual(
    [...OTHERS].sort(),
  );
  expect(
    all('aws_vpc_security_group_ingress_rule')
      .filter(({ description }) => description === 'hub to the API of the cluster')
      .map((door) => [regionOf(hub, door), door['cidr_ipv4'], door['from_port'], door['to_port']]),
  ).toEqual([...OTHERS].sort().map((region) => [region, '10.0.0.0/16', 443, 443]));
});

test('what is kept for long stands at home, guarded, and is published', () => {
  const guarded = { lifecycle: { prevent_destroy: true } };

  expect(blocksOf(hub, 'resource', 'aws_prometheus_workspace')).toMatchObject({ metrics: guarded });
  expect(blocksOf(hub, 'resource', 'aws_opensearch_domain')).toMatchObject({ logs: guarded });
  expect(all('aws_prometheus_workspace').map((block) => regionOf(hub, block))).toEqual([
    'eu-west-1',
  ]);
  expect(parametersOf(hub, 'resource')).toEqual(
    ['logs-endpoint', 'metrics-endpoint'].map((key) => ({
      name: `/market/live/hub/${key}`,
      region: 'eu-west-1',
    })),
  );
});

test('each region has roles that send metrics, traces and logs, and one that tells people', () => {
  const senders = ['alert-sender', 'metrics-writer', 'telemetry-writer'];
  const home = ['argocd-controller', 'argocd-server', 'grafana', 'log-admin'];
  expect(rolesIn(hub).map(({ name }) => name.replace('market-live-', ''))).toEqual([
    ...senders.map((name) => `ap-northeast-2-${name}`),
    ...[...home, ...senders].sort().map((name) => `eu-west-1-${name}`),
    ...senders.map((name) => `us-east-1-${name}`),
  ]);
});

describe('in an environment that may be lost', () => {
  const lost = writtenStacks(
    planMarket({ live: { regions: ['eu-west-1', 'us-east-1'], protection: 'disposable' } }).plan,
  ).get('market-live-hub');

  test('nothing is kept for long and nobody sends to it; people are told all the same', () => {
    expect(all('aws_prometheus_workspace', lost)).toEqual([]);
    expect(all('aws_opensearch_domain', lost)).toEqual([]);
    expect(all('aws_kms_key', lost)).toEqual([]);
    expect(parametersOf(lost, 'resource')).toEqual([]);
    expect(rolesIn(lost).map(({ name }) => name)).toEqual([
      'market-live-eu-west-1-alert-sender',
      'market-live-eu-west-1-argocd-controller',
      'market-live-eu-west-1-argocd-server',
      'market-live-eu-west-1-grafana',
      'market-live-us-east-1-alert-sender',
    ]);
  });

  test('clusters are reached all the same', () => {
    expect(all('aws_vpc_peering_connection', lost)).toHaveLength(1);
    expect(all('aws_eks_access_entry', lost)).toHaveLength(4);
  });
});
