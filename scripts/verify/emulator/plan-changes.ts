import { isJson } from '../stack-files';

/** What Terraform would do to a resource. */
export interface PlannedChange {
  /** Its address, for example `aws_s3_bucket.labels`. */
  readonly address: string;
  /** Its type. */
  readonly type: string;
  /** For example `update`; `delete` and `create` together replace. */
  readonly actions: readonly string[];
}

/** A resource as a state has it. */
export interface KeptResource {
  /** Its address, with its index where there are several. */
  readonly address: string;
  /** Its type. */
  readonly type: string;
  /** What AWS knows it by: its ARN, or its id where it has none. */
  readonly identity: string;
}

/** What loses data, or the name or address by which others know it, when it is deleted or made again. */
const STATEFUL: ReadonlySet<string> = new Set([
  'aws_acm_certificate',
  'aws_backup_vault',
  'aws_cloudfront_distribution',
  'aws_cloudwatch_log_group',
  'aws_db_instance',
  'aws_dynamodb_table',
  'aws_ecr_repository',
  'aws_eip',
  'aws_eks_cluster',
  'aws_elasticache_replication_group',
  'aws_glue_registry',
  'aws_kms_key',
  'aws_lb',
  'aws_msk_cluster',
  'aws_opensearch_domain',
  'aws_prometheus_workspace',
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_rds_global_cluster',
  'aws_route53_zone',
  'aws_s3_bucket',
  'aws_secretsmanager_secret',
  'aws_sns_topic',
  'aws_sqs_queue',
  'aws_subnet',
  'aws_vpc',
]);

/** Whether a type keeps something that must survive a change. */
export function isStateful(type: string): boolean {
  return STATEFUL.has(type);
}

/** What a plan would change, as `terraform show -json` tells it, in order of addresses. */
export function changesIn(plan: string): readonly PlannedChange[] {
  return listAt(JSON.parse(plan), 'resource_changes')
    .flatMap((entry) => {
      const change: unknown = isJson(entry) ? entry['change'] : undefined;
      if (!isJson(entry) || !isJson(change) || entry['mode'] !== 'managed') return [];
      const actions = listAt(change, 'actions').filter((action) => typeof action === 'string');
      if (actions.every((action) => action === 'no-op' || action === 'read')) return [];
      return [{ address: String(entry['address']), type: String(entry['type']), actions }];
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** The changes by which something that must survive would be lost. */
export function lossesIn(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  return changes.filter(({ type, actions }) => isStateful(type) && actions.includes('delete'));
}

/** What a state keeps that must survive, in order of addresses. */
export function statefulIn(state: string): readonly KeptResource[] {
  return listAt(JSON.parse(state), 'resources')
    .flatMap((entry) => {
      if (!isJson(entry) || entry['mode'] !== 'managed') return [];
      const type = String(entry['type']);
      if (!isStateful(type)) return [];
      return listAt(entry, 'instances').map((instance) => toKept(type, entry['name'], instance));
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

function toKept(type: string, name: unknown, instance: unknown): KeptResource {
  const attributes =
    isJson(instance) && isJson(instance['attributes']) ? instance['attributes'] : {};
  const index = isJson(instance) ? instance['index_key'] : undefined;
  const suffix = index === undefined ? '' : `[${JSON.stringify(index)}]`;
  return {
    address: `${type}.${String(name)}${suffix}`,
    type,
    identity: String(attributes['arn'] ?? attributes['id']),
  };
}

/** How many resources a state has. */
export function countIn(state: string): number {
  return listAt(JSON.parse(state), 'resources')
    .filter((entry) => isJson(entry) && entry['mode'] === 'managed')
    .reduce<number>((sum, entry) => sum + listAt(entry, 'instances').length, 0);
}

/** How many of each kind there are, of lines as the emulator tells what exists: `kms 111122223333/eu-west-1 keys/1`. */
export function kindsOf(left: readonly string[]): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const line of left) {
    const [kind = line] = /^\S+ \S+ [^/]+/.exec(line) ?? [];
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

/** What there is more or less of than there was, a line each: `1 more of kms 111122223333/eu-west-1 keys`. */
export function differenceOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((kind) => {
    const difference = (after.get(kind) ?? 0) - (before.get(kind) ?? 0);
    if (difference === 0) return [];
    return [`${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} of ${kind}`];
  });
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list: unknown = isJson(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}
