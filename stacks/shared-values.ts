import type { Construct } from 'constructs';
import { readParameter } from '../lib/aws';
import { parameterPrefix, type RegionPlan } from '../lib/plan';

/** Keys under which a layer publishes what others read. */
export const KEYS = {
  vpcId: 'vpc-id',
  privateSubnet: (zone: number) => `private-subnet-${zone}`,
  dataSubnet: (zone: number) => `data-subnet-${zone}`,
  clusterSecurityGroup: 'security-group-id',
  kafkaArn: 'cluster-arn',
  kafkaBrokers: 'bootstrap-brokers',
} as const;

/** Id of a region's VPC: read from its stack's parameters, or known when the network exists already. */
export function readVpcId(scope: Construct, plan: RegionPlan): string {
  return plan.network.kind === 'existing'
    ? plan.network.vpcId
    : readNetworkValue(scope, plan, KEYS.vpcId);
}

/** Subnets for nodes and pods, one a zone. */
export function readPrivateSubnetIds(scope: Construct, plan: RegionPlan): readonly string[] {
  if (plan.network.kind === 'existing') return plan.network.privateSubnetIds;
  return plan.network.zones.map((_zone, index) =>
    readNetworkValue(scope, plan, KEYS.privateSubnet(index)),
  );
}

/** Subnets for stores and brokers, one a zone. */
export function readDataSubnetIds(scope: Construct, plan: RegionPlan): readonly string[] {
  if (plan.network.kind === 'existing') return plan.network.dataSubnetIds;
  return plan.network.zones.map((_zone, index) =>
    readNetworkValue(scope, plan, KEYS.dataSubnet(index)),
  );
}

function readNetworkValue(scope: Construct, plan: RegionPlan, key: string): string {
  return readParameter(scope, key, `${parameterPrefix(plan, 'network')}/${key}`);
}

/** The security group of a region's nodes and pods. */
export function readClusterSecurityGroup(scope: Construct, plan: RegionPlan): string {
  const { cluster } = plan;
  if (cluster.kind === 'existing') return cluster.securityGroupId;
  return readParameter(
    scope,
    'cluster-security-group',
    `${parameterPrefix(plan, 'cluster')}/${KEYS.clusterSecurityGroup}`,
  );
}

/** ARN of a region's Kafka cluster. */
export function readKafkaArn(scope: Construct, plan: RegionPlan): string {
  if (plan.kafka?.kind === 'existing') return plan.kafka.clusterArn;
  return readParameter(
    scope,
    'kafka-cluster-arn',
    `${parameterPrefix(plan, 'kafka')}/${KEYS.kafkaArn}`,
  );
}

/** Role of the External Secrets operator of a region: it assumes the services' roles to read their parameters. */
export function secretsRoleArn({ cluster }: RegionPlan): string {
  return cluster.kind === 'existing' ? cluster.secretsRoleArn : cluster.secretsRole.arn;
}
