import { nameProblem } from '../core/names';
import { report, type Entity } from './declaration';
import { isRoleArn, readBlock } from './environment-checks';
import type { ExistingCluster, ExistingKafka, ExistingNetwork, ExistingParts } from './existing';

const MSK_ARN = /^arn:aws:kafka:[a-z0-9-]+:\d{12}:cluster\/[\w-]+\/[\w-]+$/;
const BROKERS = /^[a-z0-9.-]+:9098(,[a-z0-9.-]+:9098)*$/;

/** Reports what is wrong with parts of a region that exist already. */
export function checkExisting(environment: Entity, region: string, parts: ExistingParts): void {
  const { network, cluster, kafka } = parts;
  if (network) checkNetwork(environment, `existing network of ${region}`, network);
  if (cluster) checkCluster(environment, `existing cluster of ${region}`, cluster);
  if (kafka) checkKafka(environment, region, kafka);
}

function checkNetwork(environment: Entity, what: string, network: ExistingNetwork): void {
  checkId(environment, `${what}: vpcId`, 'vpc', network.vpcId);
  readBlock(environment, `${what}: cidr`, network.cidr);
  for (const cidr of network.dataSubnetCidrs)
    readBlock(environment, `${what}: dataSubnetCidrs`, cidr);
  if (network.dataSubnetCidrs.length === 0)
    report(
      environment,
      'DCL-012',
      `${what}: dataSubnetCidrs is empty, nothing may reach the stores`,
      'name the address blocks of the subnets for stores and brokers',
    );
  for (const property of ['privateSubnetIds', 'publicSubnetIds', 'dataSubnetIds'] as const) {
    const ids = network[property];
    if (ids === undefined) continue;
    for (const id of ids) checkId(environment, `${what}: ${property}`, 'subnet', id);
    const count = ids.length;
    if (count >= 2) continue;
    report(
      environment,
      'DCL-012',
      `${what}: ${property} has ${count}, 2 zones or more are needed`,
      'name one subnet a zone',
      { count },
    );
  }
}

function checkCluster(environment: Entity, what: string, cluster: ExistingCluster): void {
  const bad = nameProblem(cluster.name, 'eksCluster');
  if (bad !== undefined)
    report(environment, 'DCL-012', `${what}: name ${bad}`, 'write it as EKS does');
  checkId(environment, `${what}: securityGroupId`, 'sg', cluster.securityGroupId);
  if (!isRoleArn(cluster.secretsRoleArn))
    report(
      environment,
      'DCL-012',
      `${what}: secretsRoleArn is '${cluster.secretsRoleArn}', which is not the ARN of a role`,
      'write it like arn:aws:iam::111122223333:role/external-secrets',
    );
}

function checkKafka(environment: Entity, region: string, kafka: ExistingKafka): void {
  const what = `existing Kafka of ${region}`;
  const { clusterArn, bootstrapBrokers } = kafka;
  // Permissions on topics and groups are made of the parts of this ARN.
  if (!MSK_ARN.test(clusterArn) || !clusterArn.startsWith(`arn:aws:kafka:${region}:`))
    report(
      environment,
      'DCL-012',
      `${what}: clusterArn is '${clusterArn}', which is not the ARN of an MSK cluster of ${region}`,
      `write it like arn:aws:kafka:${region}:111122223333:cluster/<name>/<id>`,
    );
  if (!BROKERS.test(bootstrapBrokers))
    report(
      environment,
      'DCL-012',
      `${what}: bootstrapBrokers is '${bootstrapBrokers}', which are not brokers with IAM authentication`,
      'write them like b-1.example.com:9098,b-2.example.com:9098',
    );
}

function checkId(environment: Entity, property: string, prefix: string, id: string): void {
  if (new RegExp(`^${prefix}-[0-9a-z]+$`).test(id)) return;
  report(
    environment,
    'DCL-012',
    `${property} is '${id}', which is not the id of one`,
    `write it like ${prefix}-0123456789abcdef0`,
  );
}
