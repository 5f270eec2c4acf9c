import { report } from './declaration';
import type { DynamoTable } from './dynamo-table';
import type { ObjectBucket } from './object-bucket';
import type { ServiceScope } from './operation';
import type { PostgresDatabase } from './postgres-database';
import type { Topic } from './topic';

/** A store of the service that one of its operations can change. */
export type ChangedStore = PostgresDatabase | DynamoTable | ObjectBucket;

/** What an operation of a service, or the handling of a topic, changes. */
export interface Change {
  /** Name of the operation, or of the topic. */
  readonly handler: string;
  /** The stores that it changes. */
  readonly stores: readonly ChangedStore[];
}

/** What of a service is asked when it says what it changes. */
export interface ChangingService extends ServiceScope {
  /** The contract others call. */
  readonly contract?: { readonly operations: readonly { readonly name: string }[] };
  /** What was said before. */
  readonly changed: readonly Change[];
}

/** Reports a change by what a service does not offer, of what it does not own, or that was declared before. */
export function checkChange(
  service: ChangingService,
  handler: string | Topic,
  stores: readonly ChangedStore[],
): void {
  const name = typeof handler === 'string' ? handler : handler.name;
  const known = service.contract?.operations.map((operation) => operation.name) ?? [];
  if (typeof handler === 'string' && !known.includes(handler))
    report(
      service,
      'DCL-004',
      `changes names '${name}', which ${service.name} does not offer`,
      known.length === 0 ? 'name a topic that it consumes' : `use one of ${known.join(', ')}`,
    );
  if (service.changed.some((change) => change.handler === name))
    report(
      service,
      'DCL-002',
      `what '${name}' changes is declared already`,
      'name all its stores in one declaration',
    );
  for (const store of stores) {
    if (store.owner === service) continue;
    report(
      service,
      'DCL-012',
      `'${name}' changes ${store.name}, a store of ${store.owner.name}`,
      `call ${store.owner.name}, or let it consume an event`,
    );
  }
}
