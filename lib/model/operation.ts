import type { Api, OperationSpec } from './api';
import type { Entity } from './declaration';

/** A service as the things it owns see it: what may be a scope for stores, topics and calls. */
export interface ServiceScope extends Entity {
  readonly kind: 'Service';
}

/** A handle on an operation of a service: what calls and journeys name. */
export interface Operation {
  /** The service that offers it. */
  readonly service: ServiceScope;
  /** Name of the operation. */
  readonly name: string;
  /** What the contract says of it; absent when the contract has no such operation. */
  readonly spec?: OperationSpec;
  /** The operations that the contract has, for messages. */
  readonly siblings: readonly string[];
}

/** The contract of one service, bound to it. */
export interface ServiceApi<Operations extends string> {
  /** A handle on one of its operations. */
  operation(name: Operations): Operation;
}

/** Binds a contract to the service that offers it; a service without contract has no operations. */
export function bindApi<Operations extends string>(
  service: ServiceScope,
  api: Api<Operations> | undefined,
): ServiceApi<Operations> {
  const siblings = (api?.operations ?? []).map(({ name }) => name).sort();
  return {
    operation: (name) => {
      const spec = api?.operation(name);
      return { service, name, siblings, ...(spec && { spec }) };
    },
  };
}

/** Says that an operation does not exist, with those that do. */
export function unknownOperation({ service, name, siblings }: Operation): {
  problem: string;
  fix: string;
} {
  const known =
    siblings.length === 0
      ? `${service.name} has no operations`
      : `use one of ${siblings.join(', ')}`;
  return { problem: `operation '${name}' does not exist on ${service.name}`, fix: known };
}
