import { kafkaArn, type PolicyStatement } from '../lib/aws';
import type { Grant, GrantResource, RegionPlan } from '../lib/plan';

/** What only AWS knows of the things that are granted. */
export interface GrantValues {
  /** ARN of the Kafka cluster. */
  readonly kafkaArn: () => string;
  /** What a store tells of itself. */
  readonly store: (kind: StoreWithKey | 'PostgresDatabase', name: string) => StoreIdentity;
  /** What a secret tells of itself. */
  readonly secret: (name: string) => SecretIdentity;
}

/** Stores whose users need their key. */
type StoreWithKey = 'ObjectBucket' | 'DynamoTable';

/** By what a store is named in permissions. */
export interface StoreIdentity {
  /** Id by which a database's users are named. */
  readonly databaseResourceId?: string;
  /** ARN of the key it is encrypted with. */
  readonly keyArn?: string;
}

/** By what a secret is named in permissions. */
export interface SecretIdentity {
  /** ARN of the secret. */
  readonly arn: string;
  /** ARN of its key. */
  readonly keyArn: string;
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
    case 'database-user': {
      const id = values.store('PostgresDatabase', resource.store).databaseResourceId ?? '';
      return `arn:aws:rds-db:${region}:${account}:dbuser:${id}/${resource.user}`;
    }
    case 'store-key':
      return values.store(resource.of, resource.store).keyArn ?? '';
    case 'secret':
      return values.secret(resource.secret).arn;
    case 'secret-key':
      return values.secret(resource.secret).keyArn;
    case 'kafka':
      return resource.type === 'cluster'
        ? values.kafkaArn()
        : kafkaArn(values.kafkaArn(), resource.type, resource.name);
  }
}
