import { readCount, report, type Entity } from './declaration';
import { readReplicas, readThroughput, type Replicas, type Throughput } from './service';

/** How large a service is in an environment; what is left out stays as declared. */
export interface ServiceSizing {
  /**
   * Fewest and most replicas in one region.
   *
   * @default - as the service declares
   */
  readonly replicas?: Replicas;
  /**
   * How much it gets to do.
   *
   * @default - as the service declares
   */
  readonly throughput?: Throughput;
}

/** A database on Aurora, on instances of one class. */
export interface AuroraSizing {
  /**
   * What runs the database. A change replaces it with an empty one.
   *
   * @default 'aurora'
   */
  readonly engine?: 'aurora';
  /**
   * Instance class, for example `db.r8g.large`.
   *
   * @default 'db.r8g.large' in retained environments and for databases of several regions, else 'db.t4g.medium'
   */
  readonly instanceClass?: string;
  /**
   * Instances: one writes, the rest read and take over.
   *
   * @default 2 in retained environments, 1 in disposable ones
   */
  readonly instances?: number;
  /** Only where capacity is not fixed by a class. */
  readonly capacity?: never;
  /** Only of engine 'rds'. */
  readonly multiAz?: never;
}

/** Fewest and most Aurora capacity units of an instance: about 2 GiB of memory each, in steps of a half. */
export interface ServerlessCapacity {
  /** Fewest, from 0 on; what is paid for while nothing happens. At 0 the database pauses, and the next request waits for it. */
  readonly min: number;
  /** Most, 1 to 256; it decides how many connections there can be. */
  readonly max: number;
}

/** A database on Aurora Serverless v2, whose instances grow and shrink. */
export interface ServerlessSizing {
  /**
   * What runs the database. A change replaces it with an empty one.
   *
   * @default 'aurora'
   */
  readonly engine?: 'aurora';
  /** How small and how large an instance gets. */
  readonly capacity: ServerlessCapacity;
  /**
   * Instances: one writes, the rest read and take over.
   *
   * @default 2 in retained environments, 1 in disposable ones
   */
  readonly instances?: number;
  /** Only of instances that do not grow. */
  readonly instanceClass?: never;
  /** Only of engine 'rds'. */
  readonly multiAz?: never;
}

/** A database on one instance of RDS for PostgreSQL: cheaper, without readers and without other regions. */
export interface RdsSizing {
  /** What runs the database. A change replaces it with an empty one. */
  readonly engine: 'rds';
  /**
   * Instance class, for example `db.r8g.large`.
   *
   * @default 'db.r8g.large' in retained environments, else 'db.t4g.medium'
   */
  readonly instanceClass?: string;
  /**
   * Whether a copy in another zone takes over when the instance is lost.
   *
   * @default true in retained environments, false in disposable ones
   */
  readonly multiAz?: boolean;
  /** Only of engine 'aurora'. */
  readonly capacity?: never;
  /** Only of engine 'aurora'. */
  readonly instances?: never;
}

/** How large a database is in an environment, and what runs it. */
export type PostgresSizing = AuroraSizing | ServerlessSizing | RdsSizing;

/** What was said of a database's size, piece by piece. */
export interface DeclaredPostgresSize {
  readonly engine?: 'aurora' | 'rds';
  readonly instanceClass?: string;
  readonly instances?: number;
  readonly capacity?: ServerlessCapacity;
  readonly multiAz?: boolean;
}

/** How large a cache is in an environment. */
export interface CacheSizing {
  /**
   * Node type, for example `cache.m7g.large`.
   *
   * @default 'cache.m7g.large' in retained environments, 'cache.t4g.small' in disposable ones
   */
  readonly nodeType?: string;
  /**
   * Replicas beside the primary.
   *
   * @default 1 in retained environments, 0 in disposable ones
   */
  readonly replicas?: number;
}

/** Aurora: one instance writes, 15 read. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html */
const MAX_INSTANCES = 16;
/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.html */
const MAX_CACHE_REPLICAS = 5;
/** In half units; one that may have none pauses. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html#aurora-serverless-v2.how-it-works.capacity */
const CAPACITY = { min: 0, leastMax: 1, max: 256, step: 0.5 };
const NODE_TYPE = /^cache\.[a-z0-9]+\.[a-z0-9]+$/;

/** The size of a service, with what is wrong with it reported. */
export function readServiceSizing(
  scope: Entity,
  service: string,
  { replicas, throughput }: ServiceSizing,
): ServiceSizing {
  const of = ` of ${service}`;
  return {
    ...(replicas && { replicas: readReplicas(scope, replicas, of) }),
    ...(throughput && { throughput: readThroughput(scope, throughput, of) }),
  };
}

/** The size of a database, with what is wrong with it reported. */
export function readDatabaseSizing(
  scope: Entity,
  of: string,
  sizing: DeclaredPostgresSize,
): DeclaredPostgresSize {
  const { engine, instanceClass, instances, capacity, multiAz } = sizing;
  if (engine !== undefined && !['aurora', 'rds'].includes(engine))
    report(scope, 'DCL-012', `engine of ${of} is '${engine}'`, "set it to 'aurora' or 'rds'");
  if (capacity !== undefined) checkCapacity(scope, of, capacity);
  return {
    ...(engine !== undefined && { engine }),
    ...(instanceClass !== undefined && { instanceClass }),
    ...(instances !== undefined && {
      instances: readCount(scope, `instances of ${of}`, instances, 1, MAX_INSTANCES),
    }),
    ...(capacity !== undefined && { capacity: { ...capacity } }),
    ...(multiAz !== undefined && { multiAz }),
  };
}

/** Something of a database's size that cannot be together. */
interface Clash {
  readonly problem: string;
  readonly fix: string;
}

/** Reports what of a database's size cannot be together and was not before more was said. */
export function checkDatabaseSizing(
  scope: Entity,
  of: string,
  before: DeclaredPostgresSize,
  now: DeclaredPostgresSize,
): void {
  const known = clashesOf(before).map(({ problem }) => problem);
  for (const { problem, fix } of clashesOf(now))
    if (!known.includes(problem)) report(scope, 'DCL-012', `${of} has ${problem}`, fix);
}

function clashesOf(size: DeclaredPostgresSize): readonly Clash[] {
  const { engine, instanceClass, instances, capacity, multiAz } = size;
  const rds = engine === 'rds';
  const clashes: readonly (Clash & { readonly clash: boolean })[] = [
    {
      clash: capacity !== undefined && instanceClass !== undefined,
      problem: 'a capacity and an instanceClass',
      fix: 'keep one of the two',
    },
    {
      clash: rds && capacity !== undefined,
      problem: "a capacity on engine 'rds'",
      fix: 'leave engine out, or give it an instanceClass instead',
    },
    {
      clash: rds && instances !== undefined,
      problem: "instances on engine 'rds', which has one",
      fix: 'say multiAz instead',
    },
    {
      clash: engine === 'aurora' && multiAz !== undefined,
      problem: "multiAz on engine 'aurora'",
      fix: 'say instances instead: each is in a zone of its own',
    },
  ];
  return clashes.filter(({ clash }) => clash);
}

function checkCapacity(scope: Entity, of: string, { min, max }: ServerlessCapacity): void {
  checkUnits(scope, `capacity.min of ${of}`, min, CAPACITY.min);
  checkUnits(scope, `capacity.max of ${of}`, max, CAPACITY.leastMax);
  if (min > max)
    report(
      scope,
      'DCL-012',
      `capacity of ${of} has min ${min} above max ${max}`,
      'raise max or lower min',
      { min, max },
    );
}

function checkUnits(scope: Entity, what: string, units: number, least: number): void {
  if (units >= least && units <= CAPACITY.max && Number.isInteger(units / CAPACITY.step)) return;
  report(
    scope,
    'DCL-012',
    `${what} is ${units}, ${least} to ${CAPACITY.max} in steps of ${CAPACITY.step} is needed`,
    'choose a number in that range',
    { units },
  );
}

/** The size of a cache, with what is wrong with it reported. */
export function readCacheSizing(
  scope: Entity,
  of: string,
  { nodeType, replicas }: CacheSizing,
): CacheSizing {
  if (nodeType !== undefined && !NODE_TYPE.test(nodeType))
    report(
      scope,
      'DCL-012',
      `nodeType of ${of} is '${nodeType}', which is not a node type`,
      'write it like cache.m7g.large',
    );
  return {
    ...(nodeType !== undefined && { nodeType }),
    ...(replicas !== undefined && {
      replicas: readCount(scope, `replicas of ${of}`, replicas, 0, MAX_CACHE_REPLICAS),
    }),
  };
}
