import { planSystem } from '../../lib/plan';
import {
  Environment,
  Journey,
  regional,
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

test('every layer of every region is a stack, every service one in every region, and what an environment has once one more', () => {
  expect([...stacks.keys()].sort()).toEqual([
    'books-production-dns',
    'books-production-eu-west-1-cluster',
    'books-production-eu-west-1-edge',
    'books-production-eu-west-1-kafka',
    'books-production-eu-west-1-network',
    'books-production-eu-west-1-operations',
    'books-production-eu-west-1-svc-mailer',
    'books-production-eu-west-1-svc-orders',
    'books-production-eu-west-1-svc-shop',
    'books-production-eu-west-1-svc-stock',
    'books-production-global',
    'books-production-global-svc-stock',
    'books-production-hub',
    'books-production-identity',
    'books-production-us-east-1-cluster',
    'books-production-us-east-1-edge',
    'books-production-us-east-1-kafka',
    'books-production-us-east-1-network',
    'books-production-us-east-1-operations',
    'books-production-us-east-1-svc-mailer',
    'books-production-us-east-1-svc-orders',
    'books-production-us-east-1-svc-shop',
    'books-production-us-east-1-svc-stock',
    'books-staging-dns',
    'books-staging-eu-west-1-cluster',
    'books-staging-eu-west-1-edge',
    'books-staging-eu-west-1-kafka',
    'books-staging-eu-west-1-network',
    'books-staging-eu-west-1-operations',
    'books-staging-eu-west-1-svc-mailer',
    'books-staging-eu-west-1-svc-orders',
    'books-staging-eu-west-1-svc-shop',
    'books-staging-eu-west-1-svc-stock',
    'books-staging-global',
    'books-staging-hub',
    'books-staging-identity',
  ]);
});

test('a layer comes after those below it, and a service after all and what bounds it', () => {
  const place = 'books-staging-eu-west-1';

  expect(dependenciesOf(`${place}-network`)).toEqual([]);
  expect(dependenciesOf(`${place}-operations`)).toEqual([`${place}-network`]);
  expect(dependenciesOf(`${place}-cluster`)).toEqual([`${place}-network`, `${place}-operations`]);
  expect(dependenciesOf(`${place}-kafka`)).toEqual(
    ['cluster', 'network', 'operations'].map((layer) => `${place}-${layer}`),
  );
  expect(dependenciesOf(`${place}-svc-orders`)).toEqual([
    ...['cluster', 'kafka', 'network', 'operations'].map((layer) => `${place}-${layer}`),
    'books-staging-identity',
  ]);
});

test('a writer comes after what spans regions, and a reader after both', () => {
  const below = (region: string): readonly string[] =>
    ['cluster', 'kafka', 'network', 'operations'].map(
      (layer) => `books-production-${region}-${layer}`,
    );

  expect(dependenciesOf('books-production-global-svc-stock')).toEqual([
    'books-production-identity',
  ]);
  expect(dependenciesOf('books-production-us-east-1-svc-stock')).toEqual([
    ...['books-production-global-svc-stock', 'books-production-identity'],
    ...below('us-east-1'),
  ]);
  expect(dependenciesOf('books-production-eu-west-1-svc-stock')).toEqual([
    ...below('eu-west-1'),
    ...['books-production-global-svc-stock', 'books-production-identity'],
    'books-production-us-east-1-svc-stock',
  ]);
});

test('no stack waits for one of another environment, nor for one that waits for it', () => {
  const all = [...stacks.values()];
  const environmentOf = (name: string): string => name.split('-')[1] ?? '';
  const reached = (name: string): readonly string[] => [
    name,
    ...(stacks.get(name)?.dependencies ?? []).flatMap(reached),
  ];

  for (const { name, dependencies } of all) {
    expect(dependencies.filter((other) => environmentOf(other) !== environmentOf(name))).toEqual(
      [],
    );
    expect(dependencies.flatMap(reached)).not.toContain(name);
  }
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
    expect(local.size).toBe(9);
  });
});

describe('what exists already', () => {
  const network: ExistingNetwork = {
    vpcId: 'vpc-0123456789abcdef0',
    cidr: '172.16.0.0/16',
    privateSubnetIds: ['subnet-a1', 'subnet-a2', 'subnet-a3'],
    publicSubnetIds: ['subnet-p1', 'subnet-p2', 'subnet-p3'],
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
    const { system, web, production } = soundSystem({
      web: { secrets: { PAY_KEY: 'pay-key' } },
      topic: { placement: regional({ partitionedBy: 'customer home region' }) },
    });
    new Journey(system, 'look', { steps: [web.api.operation('Browse')], peak: 10 });
    production.existing('eu-west-1', parts);
    return writtenStacks(planSystem(system));
  };
  const layersOf = (written: ReadonlyMap<string, WrittenStack>): readonly string[] =>
    [...written.keys()].map((name) => name.replace(/^shop-production-(eu-west-1-)?/, '')).sort();
  const always = ['dns', 'edge', 'global', 'hub', 'identity', 'operations'];
  const readOf = (stack: WrittenStack | undefined): readonly unknown[] =>
    Object.values(blocksOf(stack, 'data', 'aws_ssm_parameter')).map(({ name }) => name);

  test('is not built: of a network, and others refer to its ids', () => {
    const written = withExisting({ network });
    const service = written.get('shop-production-eu-west-1-svc-orders');

    expect(layersOf(written)).toEqual(
      [...always, 'cluster', 'kafka', 'svc-orders', 'svc-web'].sort(),
    );
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

    expect(layersOf(written)).toEqual(
      [...always, 'kafka', 'network', 'svc-orders', 'svc-web'].sort(),
    );
    expect(
      Object.values(blocksOf(service, 'resource', 'aws_eks_pod_identity_association')).map(
        (association) => association['cluster_name'],
      ),
    ).toEqual(['old-cluster', 'old-cluster']);
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

    expect(layersOf(written)).toEqual(
      [...always, 'cluster', 'network', 'svc-orders', 'svc-web'].sort(),
    );
    expect(JSON.stringify(policies)).toContain(
      'arn:aws:kafka:eu-west-1:111122223333:topic/old/1-2-3/order-placed',
    );
    expect([...written.values()].flatMap(readOf).join()).not.toContain('/kafka/');
  });

  describe('when all of it is there,', () => {
    const written = withExisting({ network, cluster, kafka });
    const of = (stack: string, type: string) =>
      Object.values(blocksOf(written.get(`shop-production-${stack}`), 'resource', type));

    test('leaves services and what people need to run and reach them', () => {
      expect(layersOf(written)).toEqual([...always, 'svc-orders', 'svc-web'].sort());
      expect([...written.values()].flatMap(readOf)).toEqual([]);
    });

    test('services wait for what bounds them and tells of them alone', () => {
      for (const service of ['orders', 'web'])
        expect(
          [...(written.get(`shop-production-eu-west-1-svc-${service}`)?.dependencies ?? [])].sort(),
        ).toEqual(['shop-production-eu-west-1-operations', 'shop-production-identity']);
    });

    test('the gate stands in the public subnets that were named, before the cluster that is there', () => {
      expect(of('eu-west-1-edge', 'aws_lb')).toMatchObject([{ subnets: network.publicSubnetIds }]);
      expect(of('eu-west-1-edge', 'aws_lb_target_group')).toMatchObject([
        { vpc_id: network.vpcId },
      ]);
      expect(of('eu-west-1-edge', 'aws_eks_pod_identity_association')).toMatchObject([
        { cluster_name: 'old-cluster' },
      ]);
    });

    test('backups are restored into the subnets that were named', () => {
      expect(of('eu-west-1-operations', 'aws_db_subnet_group')).toMatchObject([
        { subnet_ids: network.dataSubnetIds },
      ]);
    });

    test('the hub has access to the cluster that is there, and keeps its logs in the network', () => {
      const clusters = of('hub', 'aws_eks_access_entry').map((entry) => entry['cluster_name']);

      expect(clusters).toEqual(['old-cluster', 'old-cluster']);
      expect(of('hub', 'aws_opensearch_domain')).toMatchObject([
        { vpc_options: { subnet_ids: network.privateSubnetIds } },
      ]);
    });

    test('the boundary lets services use the Kafka cluster, whose name is not ours', () => {
      const [boundary] = of('identity', 'aws_iam_policy');

      expect(boundary?.['policy']).toContain(kafka.clusterArn);
      expect(boundary?.['policy']).toContain(
        'arn:aws:kafka:eu-west-1:111122223333:topic/old/1-2-3/*',
      );
    });
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
    'shop-live-eu-west-1-operations',
    'shop-live-eu-west-1-svc-web',
    'shop-live-hub',
    'shop-live-identity',
  ]);
});
