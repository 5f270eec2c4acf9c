import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone';
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { readParameter } from '../lib/aws';
import { parameterPrefix, PLATFORM, type RegionPlan } from '../lib/plan';

/** Keys under which a layer publishes what others read. */
export const KEYS = {
  vpcId: 'vpc-id',
  publicSubnet: (zone: number) => `public-subnet-${zone}`,
  privateSubnet: (zone: number) => `private-subnet-${zone}`,
  dataSubnet: (zone: number) => `data-subnet-${zone}`,
  clusterSecurityGroup: 'security-group-id',
  kafkaArn: 'cluster-arn',
  kafkaBrokers: 'bootstrap-brokers',
  kafkaSecurityGroup: 'security-group-id',
} as const;

/** Id of a region's VPC: read from its stack's parameters, or known when the network exists already. */
export function readVpcId(
  scope: Construct,
  plan: RegionPlan,
  provider?: TerraformProvider,
): string {
  return plan.network.kind === 'existing'
    ? plan.network.vpcId
    : readNetworkValue(scope, plan, KEYS.vpcId, provider);
}

/** Subnets for load balancers that the world reaches, one a zone. */
export function readPublicSubnetIds(scope: Construct, plan: RegionPlan): readonly string[] {
  if (plan.network.kind === 'existing') return plan.network.publicSubnetIds ?? [];
  return plan.network.zones.map((_zone, index) =>
    readNetworkValue(scope, plan, KEYS.publicSubnet(index)),
  );
}

/** Subnets for nodes and pods, one a zone. */
export function readPrivateSubnetIds(
  scope: Construct,
  plan: RegionPlan,
  provider?: TerraformProvider,
): readonly string[] {
  if (plan.network.kind === 'existing') return plan.network.privateSubnetIds;
  return plan.network.zones.map((_zone, index) =>
    readNetworkValue(scope, plan, KEYS.privateSubnet(index), provider),
  );
}

/** Subnets for stores and brokers, one a zone. */
export function readDataSubnetIds(
  scope: Construct,
  plan: RegionPlan,
  provider?: TerraformProvider,
): readonly string[] {
  if (plan.network.kind === 'existing') return plan.network.dataSubnetIds;
  return plan.network.zones.map((_zone, index) =>
    readNetworkValue(scope, plan, KEYS.dataSubnet(index), provider),
  );
}

/** A value of another region is read with a provider of that region, in a construct of its own. */
function readNetworkValue(
  scope: Construct,
  plan: RegionPlan,
  key: string,
  provider?: TerraformProvider,
): string {
  return readParameter(scope, key, `${parameterPrefix(plan, 'network')}/${key}`, provider);
}

/** The security group of a region's nodes and pods. */
export function readClusterSecurityGroup(
  scope: Construct,
  plan: RegionPlan,
  provider?: TerraformProvider,
): string {
  const { cluster } = plan;
  if (cluster.kind === 'existing') return cluster.securityGroupId;
  return readParameter(
    scope,
    'cluster-security-group',
    `${parameterPrefix(plan, 'cluster')}/${KEYS.clusterSecurityGroup}`,
    provider,
  );
}

/** ARN of a region's Kafka cluster. */
export function readKafkaArn(
  scope: Construct,
  plan: RegionPlan,
  provider?: TerraformProvider,
): string {
  if (plan.kafka?.kind === 'existing') return plan.kafka.clusterArn;
  return readParameter(
    scope,
    'kafka-cluster-arn',
    `${parameterPrefix(plan, 'kafka')}/${KEYS.kafkaArn}`,
    provider,
  );
}

/** The security group of a region's brokers. */
export function readKafkaSecurityGroup(scope: Construct, plan: RegionPlan): string {
  return readParameter(
    scope,
    'kafka-security-group',
    `${parameterPrefix(plan, 'kafka')}/${KEYS.kafkaSecurityGroup}`,
  );
}

/** Role of the External Secrets operator of a region: it assumes the services' roles to read their parameters. */
export function secretsRoleArn({ cluster }: RegionPlan): string {
  return cluster.kind === 'existing' ? cluster.secretsRoleArn : cluster.secretsRole.arn;
}

/** Id of the zone of a domain, which the environment's zone stack made. */
export function readZoneId(scope: Construct, domain: string): string {
  return new DataAwsRoute53Zone(scope, 'Zone', { name: domain, privateZone: false }).zoneId;
}

/** Whom the alarms of a team tell. */
export function alarmActions({ operations }: RegionPlan, team: string = PLATFORM): string[] {
  return operations.alarmTopics.filter((topic) => topic.team === team).map(({ arn }) => arn);
}

/** The tag by which backups find what is stored. */
export const BACKUP_TAG = { key: 'Backup', value: 'daily' } as const;

/** Tags of what is stored; what is not backed up has none. */
export function backupTags({ operations }: RegionPlan): Readonly<Record<string, string>> {
  return operations.backup === undefined ? {} : { [BACKUP_TAG.key]: BACKUP_TAG.value };
}
