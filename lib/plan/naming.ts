import { fitName, snakeCase } from '../core/names';

/** Where a name is published: the system, the environment and, for most, the region. */
export interface Place {
  /** Name of the system. */
  readonly system: string;
  /** Name of the environment. */
  readonly environment: string;
  /** Region, for example `eu-west-1`. */
  readonly region: string;
  /** AWS account. */
  readonly account: string;
}

/** What a stack of a region holds: one layer, or the data and identity of one service. */
export type Layer =
  'network' | 'operations' | 'cluster' | 'kafka' | 'replication' | 'edge' | `svc-${string}`;

/** What a stack holds that an environment has once. */
export type EnvironmentLayer = 'identity' | 'dns' | 'global' | 'hub' | `global-svc-${string}`;

/** Name of a stack of a region: `shop-production-eu-west-1-network`. */
export function stackName(
  { system, environment, region }: Omit<Place, 'account'>,
  layer: Layer,
): string {
  return `${system}-${environment}-${region}-${layer}`;
}

/** Name of a stack that an environment has once: `shop-production-hub`. */
export function environmentStackName(
  { system, environment }: Pick<Place, 'system' | 'environment'>,
  layer: EnvironmentLayer,
): string {
  return `${system}-${environment}-${layer}`;
}

/** Name of the stack that all environments share: `shop-registry`. */
export function registryStackName(system: string): string {
  return `${system}-registry`;
}

/** Path below which a layer publishes its parameters: `/shop/production/eu-west-1/network`. */
export function parameterPrefix({ system, environment, region }: Place, layer: Layer): string {
  return `/${system}/${environment}/${region}/${layer}`;
}

/** Path below which what an environment has once publishes its parameters: `/shop/production/hub`. */
export function environmentParameterPrefix(
  { system, environment }: Pick<Place, 'system' | 'environment'>,
  layer: EnvironmentLayer,
): string {
  return `/${system}/${environment}/${layer}`;
}

/** Name of a Kubernetes or Kafka cluster: one of each in a region. It names the region, because the roles named after it are global. */
export function clusterName({ system, environment, region }: Place): string {
  return fitName([system, environment, region], 'mskCluster');
}

/** Name of the bucket that keeps the state of an environment's stacks; that of the images' stack is of `registry`. */
export function stateBucket({
  system,
  environment,
  account,
}: Pick<Place, 'system' | 'environment' | 'account'>): string {
  return fitName([system, environment, 'terraform-state', account], 's3Bucket');
}

/** Name of an IAM role: unique in the account, whatever the region. */
export function roleName({ system, environment, region }: Place, subject: string): string {
  return fitName([system, environment, region, subject], 'iamRole');
}

/**
 * Name of a role that stands beside that of a service, and does one thing for it. The dot keeps it apart from the roles
 * of services, whose names have none.
 */
export function sideRoleName(
  place: Place,
  service: string,
  duty: 'secrets' | 'bootstrap' | `copies-${string}`,
): string {
  return roleName(place, `${service}.${duty}`);
}

/** Begin of the names of everything in an environment: `shop-production`. */
export function environmentPrefix({
  system,
  environment,
}: Omit<Place, 'region' | 'account'>): string {
  return `${system}-${environment}`;
}

/** Name of the topic that tells a team of alarms. */
export function alarmTopicName(place: Omit<Place, 'region' | 'account'>, team: string): string {
  return fitName([place.system, place.environment, team, 'alarms'], 'snsTopic');
}

/** ARN of the topic that tells a team of alarms in a region. */
export function alarmTopicArn(place: Place, team: string): string {
  return `arn:aws:sns:${place.region}:${place.account}:${alarmTopicName(place, team)}`;
}

/** ARN of an IAM role. */
export function roleArn({ account }: Place, name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

/**
 * Identifier of a PostgreSQL cluster: it names the region, because the members of a global database must all differ.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html#aurora-global-database.configuration.requirements
 */
export function postgresIdentifier(
  { system, environment, region }: Place,
  service: string,
  store: string,
): string {
  return fitName([system, environment, region, service, store], 'rdsIdentifier');
}

/** Identifier of a global PostgreSQL database, the same in all its regions. */
export function globalPostgresIdentifier(
  { system, environment }: Place,
  service: string,
  store: string,
): string {
  return fitName([system, environment, service, store], 'rdsIdentifier');
}

/** Name of a DynamoDB table. */
export function tableName({ system, environment }: Place, service: string, store: string): string {
  return fitName([system, environment, service, store], 'dynamoTable');
}

/** Identifier of a replication group of ElastiCache. */
export function cacheIdentifier(
  { system, environment }: Place,
  service: string,
  store: string,
): string {
  return fitName([system, environment, service, store], 'elastiCacheReplicationGroup');
}

/** Name of a bucket: unique in the world, so it says account and region. */
export function bucketName(
  { system, environment, region, account }: Place,
  service: string,
  store: string,
): string {
  return fitName([system, environment, service, store, account, region], 's3Bucket');
}

/** Name of a secret: `shop/production/payment-service/card-processor`. */
export function secretName(
  { system, environment }: Place,
  service: string,
  secret: string,
): string {
  return `${system}/${environment}/${service}/${secret}`;
}

/** A kebab-case name as an environment variable: `order-items` is `ORDER_ITEMS`. */
export function variableName(...parts: readonly string[]): string {
  return parts.map((part) => snakeCase(part.replaceAll('.', '-')).toUpperCase()).join('_');
}

/** Host of a service inside the mesh. */
export function meshHost(service: string, namespace: string): string {
  return `${service}.${namespace}.svc.cluster.local`;
}
