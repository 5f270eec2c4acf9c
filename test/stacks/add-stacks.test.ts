import { planSystem } from '../../lib/plan';
import {
  Environment,
  type ExistingCluster,
  type ExistingKafka,
  type ExistingNetwork,
  type ExistingParts,
} from '../../lib/model';
import { books } from '../support/books';
import { addService, emptyContext, soundSystem } from '../support/systems';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';

const stacks = writtenStacks(planSystem(books().system));

function dependenciesOf(name: string): readonly string[] {
  return [...(stacks.get(name)?.dependencies ?? ['no such stack'])].sort();
}

test('every layer of every region is a stack, every service one in every region, and what spans regions one more', () => {
  expect([...stacks.keys()].sort()).toEqual([
    'books-production-eu-west-1-cluster',
    'books-production-eu-west-1-kafka',
    'books-production-eu-west-1-network',
    'books-production-eu-west-1-svc-mailer',
    'books-production-eu-west-1-svc-orders',
    'books-production-eu-west-1-svc-shop',
    'books-production-eu-west-1-svc-stock',
    'books-production-global-svc-stock',
    'books-production-us-east-1-cluster',
    'books-production-us-east-1-kafka',
    'books-production-us-east-1-network',
    'books-production-us-east-1-svc-mailer',
    'books-production-us-east-1-svc-orders',
    'books-production-us-east-1-svc-shop',
    'books-production-us-east-1-svc-stock',
    'books-staging-eu-west-1-cluster',
    'books-staging-eu-west-1-kafka',
    'books-staging-eu-west-1-network',
    'books-staging-eu-west-1-svc-mailer',
    'books-staging-eu-west-1-svc-orders',
    'books-staging-eu-west-1-svc-shop',
    'books-staging-eu-west-1-svc-stock',
  ]);
});

test('a layer comes after those below it', () => {
  expect(dependenciesOf('books-staging-eu-west-1-network')).toEqual([]);
  expect(dependenciesOf('books-staging-eu-west-1-cluster')).toEqual([
    'books-staging-eu-west-1-network',
  ]);
  expect(dependenciesOf('books-staging-eu-west-1-kafka')).toEqual([
    'books-staging-eu-west-1-cluster',
    'books-staging-eu-west-1-network',
  ]);
  expect(dependenciesOf('books-staging-eu-west-1-svc-orders')).toEqual([
    'books-staging-eu-west-1-cluster',
    'books-staging-eu-west-1-kafka',
    'books-staging-eu-west-1-network',
  ]);
});

test('a writer comes after what spans regions, and a reader after both', () => {
  const below = (region: string): readonly string[] =>
    ['cluster', 'kafka', 'network'].map((layer) => `books-production-${region}-${layer}`);

  expect(dependenciesOf('books-production-global-svc-stock')).toEqual([]);
  expect(dependenciesOf('books-production-us-east-1-svc-stock')).toEqual([
    'books-production-global-svc-stock',
    ...below('us-east-1'),
  ]);
  expect(dependenciesOf('books-production-eu-west-1-svc-stock')).toEqual([
    ...below('eu-west-1'),
    'books-production-global-svc-stock',
    'books-production-us-east-1-svc-stock',
  ]);
});

test('no stack is of a region that its environment does not have', () => {
  const foreign = [...stacks.keys()].filter((name) => name.startsWith('books-staging-us-east-1'));

  expect(foreign).toEqual([]);
});

describe('the state', () => {
  const backendOf = (stack: WrittenStack | undefined): unknown => stack?.terraform['backend'];

  test('is kept in the bucket of the environment, encrypted and locked', () => {
    expect(backendOf(stacks.get('books-production-us-east-1-svc-stock'))).toEqual({
      s3: {
        bucket: 'books-production-terraform-state-111122223333',
        key: 'books-production-us-east-1-svc-stock.tfstate',
        region: 'eu-west-1',
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  test('is another file for every stack', () => {
    const keys = [...stacks.values()].map((stack) => JSON.stringify(backendOf(stack)));

    expect(new Set(keys).size).toBe(stacks.size);
  });

  test('is kept beside the stacks when asked', () => {
    const local = writtenStacks(planSystem(soundSystem().system), { backend: 'local' });

    expect([...local.values()].map(backendOf)).toEqual(
      [...local.keys()].map((name) => ({ local: { path: `terraform.${name}.tfstate` } })),
    );
    expect(local.size).toBe(5);
  });
});

describe('what exists already', () => {
  const network: ExistingNetwork = {
    vpcId: 'vpc-0123456789abcdef0',
    cidr: '172.16.0.0/16',
    privateSubnetIds: ['subnet-a1', 'subnet-a2', 'subnet-a3'],
    dataSubnetIds: ['subnet-d1', 'subnet-d2', 'subnet-d3'],
    dataSubnetCidrs: ['172.16.1.0/24', '172.16.2.0/24', '172.16.3.0/24'],
  };
  const cluster: ExistingCluster = {
    name: 'old-cluster',
    securityGroupId: 'sg-0123456789abcdef0',
    secretsRoleArn: 'arn:aws:iam::111122223333:role/old-secrets',
  };
  const kafka: ExistingKafka = {
    clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/old/1-2-3',
    bootstrapBrokers: 'b-1.old.example.com:9098',
  };
  const withExisting = (parts: ExistingParts): ReadonlyMap<string, WrittenStack> => {
    const { system, production } = soundSystem();
    production.existing('eu-west-1', parts);
    return writtenStacks(planSystem(system));
  };
  const layersOf = (written: ReadonlyMap<string, WrittenStack>): readonly string[] =>
    [...written.keys()].map((name) => name.replace('shop-production-eu-west-1-', '')).sort();
  const readOf = (stack: WrittenStack | undefined): readonly unknown[] =>
    Object.values(blocksOf(stack, 'data', 'aws_ssm_parameter')).map(({ name }) => name);

  test('is not built: of a network, and others refer to its ids', () => {
    const written = withExisting({ network });
    const service = written.get('shop-production-eu-west-1-svc-orders');

    expect(layersOf(written)).toEqual(['cluster', 'kafka', 'svc-orders', 'svc-web']);
    expect(Object.values(blocksOf(service, 'resource', 'aws_db_subnet_group'))).toMatchObject([
      { subnet_ids: network.dataSubnetIds },
    ]);
    expect(Object.values(blocksOf(service, 'resource', 'aws_security_group'))).toMatchObject([
      { vpc_id: network.vpcId },
    ]);
    expect(
      Object.values(
        blocksOf(written.get('shop-production-eu-west-1-cluster'), 'resource', 'aws_eks_cluster'),
      ),
    ).toMatchObject([{ vpc_config: { subnet_ids: network.privateSubnetIds } }]);
    expect([...written.values()].flatMap(readOf).join()).not.toContain('/network/');
  });

  test('is not built: of a cluster, and others refer to its ids', () => {
    const written = withExisting({ cluster });
    const service = written.get('shop-production-eu-west-1-svc-orders');

    expect(layersOf(written)).toEqual(['kafka', 'network', 'svc-orders', 'svc-web']);
    expect(
      Object.values(blocksOf(service, 'resource', 'aws_eks_pod_identity_association')),
    ).toMatchObject([{ cluster_name: 'old-cluster' }]);
    expect(
      Object.values(blocksOf(service, 'resource', 'aws_vpc_security_group_ingress_rule')),
    ).toMatchObject([{ referenced_security_group_id: cluster.securityGroupId }]);
    expect(JSON.stringify(Object.values(blocksOf(service, 'resource', 'aws_iam_role')))).toContain(
      cluster.secretsRoleArn,
    );
    expect([...written.values()].flatMap(readOf).join()).not.toContain('/cluster/');
  });

  test('is not built: of a Kafka cluster, and permissions name the topics of it', () => {
    const written = withExisting({ kafka });
    const policies = Object.values(
      blocksOf(
        written.get('shop-production-eu-west-1-svc-orders'),
        'resource',
        'aws_iam_role_policy',
      ),
    );

    expect(layersOf(written)).toEqual(['cluster', 'network', 'svc-orders', 'svc-web']);
    expect(JSON.stringify(policies)).toContain(
      'arn:aws:kafka:eu-west-1:111122223333:topic/old/1-2-3/order-placed',
    );
    expect([...written.values()].flatMap(readOf).join()).not.toContain('/kafka/');
  });

  test('leaves only services when all of it is there', () => {
    const written = withExisting({ network, cluster, kafka });

    expect(layersOf(written)).toEqual(['svc-orders', 'svc-web']);
    expect([...written.values()].flatMap(({ dependencies }) => dependencies)).toEqual([]);
    expect([...written.values()].flatMap(readOf)).toEqual([]);
  });
});

test('a system without topics has no Kafka', () => {
  const { system, context } = emptyContext();
  addService(context, 'web');
  new Environment(system, 'live', {
    account: '111122223333',
    protection: 'disposable',
    regions: ['eu-west-1'],
  });

  expect([...writtenStacks(planSystem(system)).keys()].sort()).toEqual([
    'shop-live-eu-west-1-cluster',
    'shop-live-eu-west-1-network',
    'shop-live-eu-west-1-svc-web',
  ]);
});
