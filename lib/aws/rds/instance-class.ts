import { Token } from 'cdktf';
import { PlatformError, type Scoped } from '../../core/errors';
import { assertWhole } from '../checks';

/** Bytes of a GiB. */
export const GIB = 2 ** 30;

const CLASS = /^db\.([a-z][a-z0-9]*)\.(micro|small|medium|large|\d*xlarge)$/;

/**
 * GiB of memory of size `large`, by what the family begins with. Families of other proportions are not known here.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html
 */
const MEMORY_OF_LARGE: readonly (readonly [RegExp, number])[] = [
  [/^c\d/, 4],
  [/^[mt]\d/, 8],
  [/^[rz]\d/, 16],
  [/^x2g/, 32],
];

const SMALL_SIZES: Readonly<Record<string, number>> = {
  micro: 1 / 8,
  small: 1 / 4,
  medium: 1 / 2,
  large: 1,
  xlarge: 2,
};

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html#AuroraPostgreSQL.Managing.MaxConnections */
const BYTES_OF_A_CONNECTION = 9_531_392;
const MOST_CONNECTIONS = 5000;
/** What `max_connections` can be set to. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html#AuroraPostgreSQL.Managing.MaxConnections */
const MOST_CONNECTIONS_SET = 262_143;

/** Throws when a text is no class of a database instance; a class known only to Terraform passes. */
export function assertInstanceClass(scope: Scoped, instanceClass: string): void {
  if (Token.isUnresolved(instanceClass) || CLASS.test(instanceClass)) return;
  throw new PlatformError(
    scope,
    `instanceClass is '${instanceClass}', a class such as 'db.r7g.large' is needed`,
    instanceClass === 'db.serverless'
      ? 'pass capacity to AuroraPostgres instead'
      : 'write it as db, family and size',
  );
}

/** GiB of memory of a class, or nothing when its family is not known here. */
export function memoryOf(instanceClass: string): number | undefined {
  const [, family = '', size = ''] = CLASS.exec(instanceClass) ?? [];
  const [, ofLarge] = MEMORY_OF_LARGE.find(([pattern]) => pattern.test(family)) ?? [];
  if (ofLarge === undefined) return undefined;
  return ofLarge * (SMALL_SIZES[size] ?? 2 * Number.parseInt(size, 10));
}

/**
 * Connections PostgreSQL takes with so much memory, unless it is told otherwise. The service counts what its own
 * processes leave of a GiB, about a thousand million bytes.
 */
export function connectionsOf(memoryGiB: number): number {
  return Math.min(
    Math.floor((memoryGiB * 1_000_000_000) / BYTES_OF_A_CONNECTION),
    MOST_CONNECTIONS,
  );
}

/** Throws when a number of connections, where one is given, is not what PostgreSQL can be told. */
export function assertConnections(scope: Scoped, maxConnections?: number): void {
  if (maxConnections !== undefined)
    assertWhole(scope, 'maxConnections', maxConnections, 1, MOST_CONNECTIONS_SET);
}
