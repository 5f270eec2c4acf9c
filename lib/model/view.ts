import { compareFindings, compareText, type Finding } from '../core/finding';
import type { BoundedContext } from './bounded-context';
import type { Call } from './call';
import { isSystemRoot, recordOf, type Acknowledgement } from './declaration';
import type { DynamoTable } from './dynamo-table';
import type { Environment } from './environment';
import type { Journey } from './journey';
import type { ObjectBucket } from './object-bucket';
import type { PostgresDatabase } from './postgres-database';
import type { RedisCache } from './redis-cache';
import type { Service } from './service';
import type { System } from './system';
import type { Team } from './team';
import type { Topic } from './topic';

/** Anything that keeps data for a service. */
export type Store = PostgresDatabase | DynamoTable | RedisCache | ObjectBucket;
/** Everything that can be declared in a system. */
export type AnyEntity =
  System | Team | BoundedContext | Service<string> | Call | Topic | Store | Journey | Environment;
/** The entities of one kind. */
export type EntityOf<K extends AnyEntity['kind']> = Extract<AnyEntity, { readonly kind: K }>;

/** A system as it was declared, by kind; each list in the order of names, not of declaration. */
export interface SystemView {
  /** The system itself. */
  readonly system: System;
  /** Its teams. */
  readonly teams: readonly Team[];
  /** Its bounded contexts. */
  readonly contexts: readonly BoundedContext[];
  /** Its services. */
  readonly services: readonly Service<string>[];
  /** Its calls. */
  readonly calls: readonly Call[];
  /** Its topics. */
  readonly topics: readonly Topic[];
  /** Its stores. */
  readonly stores: readonly Store[];
  /** Its journeys. */
  readonly journeys: readonly Journey[];
  /** Its environments. */
  readonly environments: readonly Environment[];
  /** Mistakes in the declarations. */
  readonly findings: readonly Finding[];
  /** Findings that are accepted for a time. */
  readonly acknowledgements: readonly Acknowledgement[];
}

/** Reads what was declared in a system, in an order that does not depend on the order of declaration. */
export function readSystem(system: System): SystemView {
  const record = recordOf(system);
  const entities = [...record.entities].sort(
    (a, b) => compareText(a.name, b.name) || compareText(a.node.path, b.node.path),
  );
  const of = <K extends AnyEntity['kind']>(...kinds: K[]): EntityOf<K>[] =>
    entities.filter((entity): entity is EntityOf<K> => kinds.some((kind) => kind === entity.kind));
  return {
    system,
    teams: of('Team'),
    contexts: of('BoundedContext'),
    services: of('Service'),
    calls: of('Call'),
    topics: of('Topic'),
    stores: of('PostgresDatabase', 'DynamoTable', 'RedisCache', 'ObjectBucket'),
    journeys: of('Journey'),
    environments: of('Environment'),
    findings: [...record.findings].sort(compareFindings),
    acknowledgements: [...record.acknowledgements].sort(
      (a, b) =>
        compareText(a.path, b.path) ||
        compareText(a.rule, b.rule) ||
        compareText(a.until, b.until) ||
        compareText(a.reason, b.reason),
    ),
  };
}

/** Whether a value is a system, made by this or another copy of this package. */
export function isSystem(value: unknown): value is System {
  return isSystemRoot(value);
}
