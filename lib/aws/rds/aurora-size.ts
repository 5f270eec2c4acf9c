import { Token } from 'cdktf';
import type { RdsClusterServerlessv2ScalingConfiguration } from '@cdktf/provider-aws/lib/rds-cluster';
import { PlatformError, type Scoped } from '../../core/errors';
import { assertInstanceClass, connectionsOf, memoryOf } from './instance-class';

/** How far an instance grows and shrinks by itself, in Aurora capacity units (ACU) of about 2 GiB of memory each. */
export interface ServerlessCapacity {
  /** Least capacity, in steps of 0.5; at 0 an instance pauses when nobody is connected for 5 minutes. */
  readonly min: number;
  /** Most capacity, 1 to 256, in steps of 0.5. */
  readonly max: number;
}

/** How large the instances of an `AuroraPostgres` are: of a fixed class, or of a capacity that follows the load. */
export type AuroraSize =
  | {
      /** Class of the instances, for example `db.r7g.large`. */
      readonly instanceClass: string;
      /** Not with `instanceClass`. */
      readonly capacity?: never;
    }
  | {
      /** Capacity of each instance, which follows the load (Aurora Serverless v2). */
      readonly capacity: ServerlessCapacity;
      /** Not with `capacity`. */
      readonly instanceClass?: never;
    };

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ServerlessV2ScalingConfiguration.html */
const MOST_CAPACITY = 256;
/** @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster#serverlessv2_scaling_configuration-argument-reference */
const LEAST_MAX = 1;
const GIB_OF_A_UNIT = 2;
/** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html#aurora-serverless-v2.max-connections */
const CONNECTIONS_FROM_NEXT_TO_NOTHING = 2000;
const NEXT_TO_NOTHING = 0.5;

/** Throws when a size is not exactly one of class and capacity, or is out of bounds. */
export function assertSize(scope: Scoped, { instanceClass, capacity }: AuroraSize): void {
  if ((instanceClass === undefined) === (capacity === undefined)) {
    throw new PlatformError(
      scope,
      `instanceClass and capacity are ${capacity === undefined ? 'not given' : 'both given'}, one of them is needed`,
      'pass instanceClass for a fixed size, capacity for one that follows the load',
    );
  }
  if (capacity === undefined) {
    assertInstanceClass(scope, instanceClass);
    return;
  }
  assertUnits(scope, 'capacity.max', capacity.max, LEAST_MAX, MOST_CAPACITY);
  assertUnits(scope, 'capacity.min', capacity.min, 0, capacity.max);
}

function assertUnits(scope: Scoped, prop: string, units: number, min: number, max: number): void {
  if (Token.isUnresolved(units) || Token.isUnresolved(max)) return;
  if (Number.isInteger(units * 2) && units >= min && units <= max) return;
  throw new PlatformError(
    scope,
    `${prop} is ${units}, ${min} to ${max} in steps of 0.5 is needed`,
    'pass capacity units in that range',
  );
}

/** The class of the instances. */
export function classOf({ instanceClass }: AuroraSize): string {
  return instanceClass ?? 'db.serverless';
}

/** GiB of memory an instance always has, or nothing when it changes or is not known here. */
export function fixedMemoryOf({ instanceClass }: AuroraSize): number | undefined {
  return instanceClass === undefined ? undefined : memoryOf(instanceClass);
}

/** Connections an instance takes unless it is told otherwise, or nothing when its size is not known here. */
export function defaultConnectionsOf({ instanceClass, capacity }: AuroraSize): number | undefined {
  if (capacity === undefined) {
    const memory = memoryOf(instanceClass);
    return memory === undefined ? undefined : connectionsOf(memory);
  }
  if (Token.isUnresolved(capacity.min) || Token.isUnresolved(capacity.max)) return undefined;
  const most = connectionsOf(capacity.max * GIB_OF_A_UNIT);
  return capacity.min > NEXT_TO_NOTHING ? most : Math.min(most, CONNECTIONS_FROM_NEXT_TO_NOTHING);
}

/** Renders how far the instances of a cluster grow and shrink by themselves. */
export function renderScaling({
  capacity,
}: AuroraSize): RdsClusterServerlessv2ScalingConfiguration | undefined {
  return capacity && { minCapacity: capacity.min, maxCapacity: capacity.max };
}
