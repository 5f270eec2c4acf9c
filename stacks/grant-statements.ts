import { Fn, Token } from 'cdktf';
import type { PolicyStatement } from '../lib/aws';
import type { Grant, GrantResource, RegionPlan } from '../lib/plan';

/** What only AWS knows of the things that are granted. */
export interface GrantValues {
  /** ARN of the Kafka cluster. */
  readonly kafkaArn: () => string;
  /** Id by which the users of a database are named. */
  readonly databaseResourceId: (store: string) => string;
  /** ARN of the key of a bucket. */
  readonly bucketKeyArn: (store: string) => string;
}

/** Statements of a policy from the permissions that were planned. */
export function toStatements(
  plan: RegionPlan,
  grants: readonly Grant[],
  values: GrantValues,
): readonly PolicyStatement[] {
  return grants.map(({ sid, actions, resources }) => ({
    sid,
    actions,
    resources: resources.map((resource) => toArn(plan, resource, values)),
  }));
}

function toArn(
  { region, account }: RegionPlan,
  resource: GrantResource,
  values: GrantValues,
): string {
  switch (resource.kind) {
    case 'arn':
      return resource.arn;
    case 'database-user':
      return `arn:aws:rds-db:${region}:${account}:dbuser:${values.databaseResourceId(resource.store)}/${resource.user}`;
    case 'bucket-key':
      return values.bucketKeyArn(resource.store);
    case 'kafka':
      return kafkaArn(values.kafkaArn(), resource.type, resource.name);
  }
}

/**
 * The ARN of a topic or group carries the id that AWS gave the cluster, which only the cluster's own ARN tells.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
 */
function kafkaArn(clusterArn: string, type: 'cluster' | 'topic' | 'group', name: string): string {
  if (type === 'cluster') return clusterArn;
  const replaced = Token.isUnresolved(clusterArn)
    ? Fn.replace(clusterArn, ':cluster/', `:${type}/`)
    : clusterArn.replace(':cluster/', `:${type}/`);
  return `${replaced}/${name}`;
}
