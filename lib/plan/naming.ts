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

/** What a stack holds: one layer of a region, or the data of one service. */
export type Layer = 'network' | 'cluster' | 'kafka' | `svc-${string}`;

/** Name of a stack: `shop-production-eu-west-1-network`. */
export function stackName(
  { system, environment, region }: Omit<Place, 'account'>,
  layer: Layer,
): string {
  return `${system}-${environment}-${region}-${layer}`;
}

/** Path below which a layer publishes its parameters: `/shop/production/eu-west-1/network`. */
export function parameterPrefix({ system, environment, region }: Place, layer: Layer): string {
  return `/${system}/${environment}/${region}/${layer}`;
}

/** Name of a Kubernetes or Kafka cluster: one of each in a region. It names the region, because the roles named after it are global. */
export function clusterName({ system, environment, region }: Place): string {
  return fitName([system, environment, region], 'mskCluster');
}

/** Name of an IAM role: unique in the account, whatever the region. */
export function roleName({ system, environment, region }: Place, subject: string): string {
  return fitName([system, environment, region, subject], 'iamRole');
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
