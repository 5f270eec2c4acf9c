import type { ExistingParts } from '../../lib/model';
import { soundSystem } from '../support/systems';
import { lines, PRODUCTION } from './lines';

const NETWORK = {
  vpcId: 'vpc-0123456789abcdef0',
  cidr: '10.64.0.0/16',
  privateSubnetIds: ['subnet-1', 'subnet-2'],
  dataSubnetIds: ['subnet-3', 'subnet-4'],
  dataSubnetCidrs: ['10.64.0.0/24', '10.64.1.0/24'],
};
const CLUSTER = {
  name: 'shared_cluster-1',
  securityGroupId: 'sg-1',
  secretsRoleArn: 'arn:aws:iam::111122223333:role/secrets',
};
const KAFKA = {
  clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shared/1a2b-3',
  bootstrapBrokers: 'b-1.example.com:9098,b-2.example.com:9098',
};

function problems(parts: ExistingParts): readonly string[] {
  const { system, production } = soundSystem();
  production.existing('eu-west-1', parts);
  return lines(system).map((line) => line.replace(` [${PRODUCTION}] existing`, ''));
}

test('parts that are well formed are taken', () => {
  expect(problems({ network: NETWORK, cluster: CLUSTER, kafka: KAFKA })).toStrictEqual([]);
});

describe('an existing network', () => {
  test('may have subnets that the world reaches', () => {
    const publicSubnetIds = ['subnet-5', 'subnet-6'];
    expect(problems({ network: { ...NETWORK, publicSubnetIds } })).toStrictEqual([]);
  });

  test.each([
    [
      { vpcId: 'vpc' },
      "DCL-012 network of eu-west-1: vpcId is 'vpc', which is not the id of one; write it like vpc-0123456789abcdef0",
    ],
    [
      { cidr: '10.64.0.0/33' },
      "DCL-006 network of eu-west-1: cidr '10.64.0.0/33' has prefix 33, a prefix is at most 32; write it like '10.0.0.0/16'",
    ],
    [
      { dataSubnetCidrs: ['10.64.0.0/24', 'here'] },
      "DCL-006 network of eu-west-1: dataSubnetCidrs 'here' is not an IPv4 CIDR block; write it like '10.0.0.0/16'",
    ],
    [
      { dataSubnetCidrs: [] },
      'DCL-012 network of eu-west-1: dataSubnetCidrs is empty, nothing may reach the stores; name the address blocks of the subnets for stores and brokers',
    ],
    [
      { privateSubnetIds: ['subnet-1'] },
      'DCL-012 network of eu-west-1: privateSubnetIds has 1, 2 zones or more are needed; name one subnet a zone',
    ],
    [
      { publicSubnetIds: ['subnet-5'] },
      'DCL-012 network of eu-west-1: publicSubnetIds has 1, 2 zones or more are needed; name one subnet a zone',
    ],
    [
      { publicSubnetIds: ['subnet-5', 'igw-1'] },
      "DCL-012 network of eu-west-1: publicSubnetIds is 'igw-1', which is not the id of one; write it like subnet-0123456789abcdef0",
    ],
    [
      { dataSubnetIds: [] },
      'DCL-012 network of eu-west-1: dataSubnetIds has 0, 2 zones or more are needed; name one subnet a zone',
    ],
    [
      { dataSubnetIds: ['subnet-3', 'vpc-1'] },
      "DCL-012 network of eu-west-1: dataSubnetIds is 'vpc-1', which is not the id of one; write it like subnet-0123456789abcdef0",
    ],
  ])('with %j is refused', (change, problem) => {
    expect(problems({ network: { ...NETWORK, ...change } })).toStrictEqual([problem]);
  });
});

describe('an existing cluster', () => {
  test.each([
    [
      { name: '-shared' },
      "DCL-012 cluster of eu-west-1: name '-shared' is not an EKS cluster (letters, digits, hyphens and underscores, alphanumeric first); write it as EKS does",
    ],
    [
      { securityGroupId: 'shared' },
      "DCL-012 cluster of eu-west-1: securityGroupId is 'shared', which is not the id of one; write it like sg-0123456789abcdef0",
    ],
    [
      { secretsRoleArn: 'secrets' },
      "DCL-012 cluster of eu-west-1: secretsRoleArn is 'secrets', which is not the ARN of a role; write it like arn:aws:iam::111122223333:role/external-secrets",
    ],
  ])('with %j is refused', (change, problem) => {
    expect(problems({ cluster: { ...CLUSTER, ...change } })).toStrictEqual([problem]);
  });
});

describe('an existing Kafka', () => {
  test.each([
    'arn:aws:kafka:us-east-1:111122223333:cluster/shared/1',
    'arn:aws:kafka:eu-west-1:111122223333:cluster/shared',
    'arn:aws:kafka:eu-west-1:111122223333:topic/shared/1/orders',
    'shared',
  ])('is not named %s', (clusterArn) => {
    expect(problems({ kafka: { ...KAFKA, clusterArn } })).toStrictEqual([
      `DCL-012 Kafka of eu-west-1: clusterArn is '${clusterArn}', which is not the ARN of an MSK cluster of eu-west-1; write it like arn:aws:kafka:eu-west-1:111122223333:cluster/<name>/<id>`,
    ]);
  });

  test.each(['', 'b-1.example.com', 'b-1.example.com:9092', 'b-1.example.com:9098, b-2:9098'])(
    'is not reached at %j',
    (bootstrapBrokers) => {
      expect(problems({ kafka: { ...KAFKA, bootstrapBrokers } })).toStrictEqual([
        `DCL-012 Kafka of eu-west-1: bootstrapBrokers is '${bootstrapBrokers}', which are not brokers with IAM authentication; write them like b-1.example.com:9098,b-2.example.com:9098`,
      ]);
    },
  );
});
