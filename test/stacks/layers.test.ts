import { planSystem } from '../../lib/plan';
import { books } from '../support/books';
import { rolesIn } from '../support/policies';
import type { Block } from '../support/synth-stacks';
import { blocksOf, writtenStacks } from '../support/written';

const planned = planSystem(books().system);
const stacks = writtenStacks(planned);
const [production] = planned.environments.flatMap(({ regions }) => regions);
if (production === undefined) throw new Error('the books have no region');

function all(stack: string, type: string): readonly Block[] {
  return Object.values(blocksOf(stacks.get(`books-${stack}`), 'resource', type));
}

function only(stack: string, type: string): Block {
  const blocks = all(stack, type);
  const [block] = blocks;
  if (block === undefined || blocks.length > 1)
    throw new Error(`${type} occurs ${blocks.length} times in ${stack}`);
  return block;
}

function publishedBy(stack: string): readonly string[] {
  return all(stack, 'aws_ssm_parameter')
    .map(({ name }) => String(name))
    .sort();
}

describe('the network of a region', () => {
  test('has the addresses that were planned', () => {
    if (production.network.kind !== 'built') throw new Error('the books build their networks');
    const planned = production.network.zones.flatMap((zone) => [
      zone.public,
      zone.private,
      zone.data,
    ]);
    const blocks = all('production-eu-west-1-network', 'aws_subnet').map((each) =>
      String(each['cidr_block']),
    );

    expect(only('production-eu-west-1-network', 'aws_vpc')).toMatchObject({
      cidr_block: '10.0.0.0/16',
    });
    expect([...blocks].sort()).toEqual([...planned].sort());
    expect(blocks).toHaveLength(9);
  });

  test('has another block in every region', () => {
    expect(
      ['production-eu-west-1', 'production-us-east-1', 'staging-eu-west-1'].map(
        (place) => only(`${place}-network`, 'aws_vpc')['cidr_block'],
      ),
    ).toEqual(['10.0.0.0/16', '10.1.0.0/16', '10.16.0.0/16']);
  });

  test('leaves through a gateway in each zone where what is stored survives, else through one', () => {
    expect(all('production-eu-west-1-network', 'aws_nat_gateway')).toHaveLength(3);
    expect(all('staging-eu-west-1-network', 'aws_nat_gateway')).toHaveLength(1);
  });

  test('publishes its id and those of its subnets', () => {
    expect(publishedBy('staging-eu-west-1-network')).toEqual([
      '/books/staging/eu-west-1/network/data-subnet-0',
      '/books/staging/eu-west-1/network/data-subnet-1',
      '/books/staging/eu-west-1/network/data-subnet-2',
      '/books/staging/eu-west-1/network/private-subnet-0',
      '/books/staging/eu-west-1/network/private-subnet-1',
      '/books/staging/eu-west-1/network/private-subnet-2',
      '/books/staging/eu-west-1/network/public-subnet-0',
      '/books/staging/eu-west-1/network/public-subnet-1',
      '/books/staging/eu-west-1/network/public-subnet-2',
      '/books/staging/eu-west-1/network/vpc-id',
    ]);
  });
});

describe('the cluster of a region', () => {
  const cluster = 'production-eu-west-1-cluster';

  test('has the nodes that were planned', () => {
    if (production.cluster.kind !== 'built') throw new Error('the books build their clusters');
    const { instanceType, min, max } = production.cluster.nodes;

    expect(only(cluster, 'aws_eks_node_group')).toMatchObject({
      instance_types: [instanceType],
      scaling_config: { min_size: min, max_size: max },
    });
  });

  test('is administered by whom the environment names, and by nobody where it names none', () => {
    expect(
      all(cluster, 'aws_eks_access_policy_association').map((each) => each['principal_arn']),
    ).toEqual(['arn:aws:iam::111122223333:role/administrator']);
    expect(all('staging-eu-west-1-cluster', 'aws_eks_access_policy_association')).toEqual([]);
  });

  test('gives the operator of secrets a role that may do nothing by itself', () => {
    const operator = rolesIn(stacks.get(`books-${cluster}`)).find(({ name }) =>
      name.endsWith('-external-secrets'),
    );

    expect(all(cluster, 'aws_eks_pod_identity_association')).toContainEqual(
      expect.objectContaining({
        namespace: 'external-secrets',
        service_account: 'external-secrets',
      }),
    );
    expect(operator).toEqual({
      name: 'books-production-eu-west-1-external-secrets',
      statements: [],
    });
  });

  test('gives what makes nodes a role, under the names that were planned', () => {
    if (production.cluster.kind !== 'built') throw new Error('the books build their clusters');
    const { karpenter } = production.cluster;
    const names = rolesIn(stacks.get(`books-${cluster}`)).map(({ name }) => name);

    expect(names).toEqual(expect.arrayContaining([karpenter.name, karpenter.nodeRole]));
    expect(all(cluster, 'aws_sqs_queue')).toHaveLength(1);
  });

  test('runs the version of Kubernetes that was planned', () => {
    if (production.cluster.kind !== 'built') throw new Error('the books build their clusters');

    expect(only(cluster, 'aws_eks_cluster')).toMatchObject({
      version: production.cluster.version,
    });
  });

  test('publishes the group of its nodes and pods', () => {
    expect(publishedBy(cluster)).toEqual(['/books/production/eu-west-1/cluster/security-group-id']);
  });
});

describe('the Kafka cluster of a region', () => {
  const kafka = 'production-eu-west-1-kafka';

  test('has the brokers that were planned', () => {
    if (production.kafka?.kind !== 'built') throw new Error('the books build their Kafka');
    const { name, brokers, brokerType } = production.kafka;

    expect(only(kafka, 'aws_msk_cluster')).toMatchObject({
      cluster_name: name,
      number_of_broker_nodes: brokers,
      broker_node_group_info: { instance_type: brokerType },
    });
  });

  test('lets in the nodes and pods of the cluster', () => {
    const sources = all(kafka, 'aws_vpc_security_group_ingress_rule').map(
      (rule) => rule['referenced_security_group_id'],
    );

    expect(sources).toContain('${data.aws_ssm_parameter.cluster-security-group.insecure_value}');
  });

  test('lets the operator of topics make them, and has a registry of schemas', () => {
    if (production.kafka?.kind !== 'built') throw new Error('the books build their Kafka');
    const { operatorRole, schemaRegistry } = production.kafka;

    expect(rolesIn(stacks.get(`books-${kafka}`)).map(({ name }) => name)).toEqual([operatorRole]);
    expect(only(kafka, 'aws_eks_pod_identity_association')).toMatchObject({
      namespace: 'kafka',
      service_account: 'strimzi-topic-operator',
    });
    expect(only(kafka, 'aws_glue_registry')).toMatchObject({ registry_name: schemaRegistry });
  });

  test('publishes its name, its brokers and their group', () => {
    expect(publishedBy(kafka)).toEqual([
      '/books/production/eu-west-1/kafka/bootstrap-brokers',
      '/books/production/eu-west-1/kafka/cluster-arn',
      '/books/production/eu-west-1/kafka/security-group-id',
    ]);
  });
});

test.each([
  ['production', true],
  ['staging', false],
])('clusters of %s are guarded against deletion: %s', (environment, guarded) => {
  const lifecycle = { lifecycle: { prevent_destroy: guarded } };

  expect(only(`${environment}-eu-west-1-cluster`, 'aws_eks_cluster')).toMatchObject(lifecycle);
  expect(only(`${environment}-eu-west-1-cluster`, 'aws_kms_key')).toMatchObject(lifecycle);
  expect(only(`${environment}-eu-west-1-kafka`, 'aws_msk_cluster')).toMatchObject(lifecycle);
  expect(only(`${environment}-eu-west-1-kafka`, 'aws_kms_key')).toMatchObject(lifecycle);
});
