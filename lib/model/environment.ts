import { Construct } from 'constructs';
import { parseCidr, type Cidr } from '../core/cidr';
import { acknowledge, type AcknowledgeOptions } from './acknowledge';
import { entityId, readCount, register, report } from './declaration';
import type { ExistingParts } from './existing';
import type { PostgresDatabase } from './postgres-database';
import type { RedisCache } from './redis-cache';
import { isRegion, type Region } from './regions';
import { isDigest, type Releases } from './releases';
import {
  readReplicas,
  readThroughput,
  type Replicas,
  type Service,
  type Throughput,
} from './service';
import type { System } from './system';

/** Whether what is stored survives: `retain` is guarded against deletion, `disposable` leaves nothing behind. */
export type Protection = 'retain' | 'disposable';

/** What is known of an environment. */
export interface EnvironmentProps {
  /** AWS account, twelve digits. */
  readonly account: string;
  /** Whether what is stored survives. */
  readonly protection: Protection;
  /** Regions; append new ones at the end, the position decides a region's address block. */
  readonly regions: readonly Region[];
  /**
   * Regions in the order in which releases reach them, those of one wave together.
   *
   * @default - all regions in one wave
   */
  readonly waves?: readonly (readonly Region[])[];
  /**
   * Address block of the environment; each region takes a /16 of it.
   *
   * @default '10.0.0.0/12'
   */
  readonly cidr?: string;
  /**
   * What runs: image digests by service.
   *
   * @default - nothing is released yet
   */
  readonly releases?: Releases;
  /**
   * ARNs of the IAM roles that administer the Kubernetes clusters.
   *
   * @default - nobody: what runs is changed by the delivery alone
   */
  readonly administrators?: readonly string[];
}

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

/** How large a database is in an environment. */
export interface PostgresSizing {
  /**
   * Instance class, for example `db.r8g.large`.
   *
   * @default 'db.r8g.large' in retained environments, 'db.t4g.medium' in disposable ones
   */
  readonly instanceClass?: string;
  /**
   * Instances: one writes, the rest read and take over.
   *
   * @default 2 in retained environments, 1 in disposable ones
   */
  readonly instances?: number;
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

/** AWS lets a VPC be at most this large. */
const REGION_PREFIX = 16;

/**
 * A place where the system runs: an account, its regions and how large things are there.
 *
 * @example
 * const production = new Environment(system, 'production', {
 *   account: '111122223333',
 *   protection: 'retain',
 *   regions: ['ap-northeast-2', 'eu-west-1', 'us-east-1'],
 *   waves: [['ap-northeast-2'], ['eu-west-1', 'us-east-1']],
 * });
 * production.size(orders, { replicas: { min: 6, max: 60 } });
 */
export class Environment extends Construct {
  /** Class of this entity. */
  public readonly kind = 'Environment';
  /** Published name of the environment. */
  public readonly name: string;
  /** AWS account. */
  public readonly account: string;
  /** Whether what is stored survives. */
  public readonly protection: Protection;
  /** Regions, in the order that decides their address blocks. */
  public readonly regions: readonly Region[];
  /** Regions in the order in which releases reach them. */
  public readonly waves: readonly (readonly Region[])[];
  /** Address block of the environment. */
  public readonly cidr: string;
  /** What runs: image digests by service. */
  public readonly releases: Releases;
  /** ARNs of the IAM roles that administer the Kubernetes clusters. */
  public readonly administrators: readonly string[];
  private readonly serviceSizes = new Map<Service, ServiceSizing>();
  private readonly databaseSizes = new Map<PostgresDatabase, PostgresSizing>();
  private readonly cacheSizes = new Map<RedisCache, CacheSizing>();
  private readonly existingParts = new Map<string, ExistingParts>();

  public constructor(scope: System, name: string, props: EnvironmentProps) {
    super(scope, entityId(scope, 'Environment', name));
    this.name = name;
    this.account = props.account;
    this.protection = props.protection;
    this.regions = props.regions;
    this.waves = props.waves ?? [props.regions];
    this.cidr = props.cidr ?? '10.0.0.0/12';
    this.releases = props.releases ?? {};
    this.administrators = props.administrators ?? [];
    register(this);
    checkAccount(this);
    checkRegions(this);
    checkWaves(this);
    checkBlock(this);
    checkReleases(this);
  }

  /** Says how large a service, database or cache is here. */
  public size(service: Service, sizing: ServiceSizing): void;
  public size(database: PostgresDatabase, sizing: PostgresSizing): void;
  public size(cache: RedisCache, sizing: CacheSizing): void;
  public size(
    entity: Service | PostgresDatabase | RedisCache,
    sizing: ServiceSizing & PostgresSizing & CacheSizing,
  ): void {
    const { replicas, throughput } = sizing;
    if (entity.kind === 'Service') {
      this.serviceSizes.set(entity, {
        ...(replicas && { replicas: readReplicas(this, replicas) }),
        ...(throughput && { throughput: readThroughput(this, throughput) }),
      });
    } else if (entity.kind === 'PostgresDatabase') {
      if (sizing.instances !== undefined)
        readCount(this, `instances of ${entity.owner.name}-${entity.name}`, sizing.instances, 1);
      this.databaseSizes.set(entity, sizing);
    } else {
      this.cacheSizes.set(entity, sizing);
    }
  }

  /** Says which parts of a region exist already: their stacks are not emitted, and the rest uses them. */
  public existing(region: Region, parts: ExistingParts): void {
    if (!this.regions.includes(region)) reportForeignRegion(this, `existing parts of '${region}'`);
    checkExisting(this, region, parts);
    this.existingParts.set(region, { ...this.existingParts.get(region), ...parts });
  }

  /** How large a service is here, as far as it was said. */
  public sizeOfService(service: Service): ServiceSizing {
    return this.serviceSizes.get(service) ?? {};
  }

  /** How large a database is here, as far as it was said. */
  public sizeOfDatabase(database: PostgresDatabase): PostgresSizing {
    return this.databaseSizes.get(database) ?? {};
  }

  /** How large a cache is here, as far as it was said. */
  public sizeOfCache(cache: RedisCache): CacheSizing {
    return this.cacheSizes.get(cache) ?? {};
  }

  /** The parts of a region that exist already. */
  public existingIn(region: Region): ExistingParts {
    return this.existingParts.get(region) ?? {};
  }

  /** Excuses the findings of one rule on this environment. */
  public acknowledge(rule: string, options: AcknowledgeOptions): void {
    acknowledge(this, rule, options);
  }
}

function reportForeignRegion(environment: Environment, what: string): void {
  report(
    environment,
    'DCL-005',
    `${what}: not a region of ${environment.name}`,
    `use one of ${environment.regions.join(', ')}`,
  );
}

function checkAccount(environment: Environment): void {
  for (const role of environment.administrators) {
    if (/^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(role)) continue;
    report(
      environment,
      'DCL-012',
      `administrator '${role}' is not the ARN of a role`,
      'write it like arn:aws:iam::111122223333:role/platform-administrator',
    );
  }
  if (/^\d{12}$/.test(environment.account)) return;
  report(
    environment,
    'DCL-007',
    `account '${environment.account}' is not twelve digits`,
    'write it like 111122223333',
  );
}

function checkRegions(environment: Environment): void {
  const { regions } = environment;
  if (regions.length === 0)
    report(environment, 'DCL-005', 'regions is empty', 'name at least one region');
  for (const region of regions) {
    if (!isRegion(region))
      report(
        environment,
        'DCL-005',
        `'${String(region)}' is not an AWS region`,
        'write it like eu-west-1',
      );
  }
  for (const region of repeated(regions))
    report(environment, 'DCL-002', `region '${region}' is named twice`, 'name it once');
}

function checkWaves(environment: Environment): void {
  const { regions, waves } = environment;
  const waved = waves.flat();
  for (const region of waved) {
    if (!regions.includes(region)) reportForeignRegion(environment, `waves name '${region}'`);
  }
  for (const region of repeated(waved))
    report(environment, 'DCL-010', `region '${region}' is in two waves`, 'keep it in one');
  for (const region of regions) {
    if (!waved.includes(region))
      report(environment, 'DCL-010', `region '${region}' is in no wave`, 'add it to a wave');
  }
}

function checkBlock(environment: Environment): void {
  const block = readBlock(environment, 'cidr', environment.cidr);
  if (block === undefined) return;
  const slots = block.prefix > REGION_PREFIX ? 0 : 2 ** (REGION_PREFIX - block.prefix);
  if (slots >= environment.regions.length) return;
  const needed = REGION_PREFIX - Math.ceil(Math.log2(environment.regions.length));
  report(
    environment,
    'DCL-006',
    `cidr ${environment.cidr} holds ${slots} regions of a /${REGION_PREFIX}, there are ${environment.regions.length}`,
    `use a /${needed} or larger`,
    { slots, regions: environment.regions.length },
  );
}

function readBlock(environment: Environment, property: string, text: string): Cidr | undefined {
  const read = parseCidr(text);
  if (read.ok) return read.value;
  report(environment, 'DCL-006', `${property}: ${read.problem}`, read.fix);
  return undefined;
}

function checkReleases(environment: Environment): void {
  for (const [service, entry] of Object.entries(environment.releases)) {
    const digests = typeof entry === 'string' ? { default: entry } : entry;
    for (const [region, digest] of Object.entries(digests)) {
      if (region !== 'default' && !environment.regions.some((known) => known === region)) {
        reportForeignRegion(environment, `releases of ${service} name '${region}'`);
      }
      if (!isDigest(digest)) {
        report(
          environment,
          'DCL-008',
          `releases of ${service} say '${digest}', which is no digest`,
          'write it like sha256: and 64 hexadecimal digits',
        );
      }
    }
  }
}

function checkExisting(environment: Environment, region: Region, { network }: ExistingParts): void {
  if (network === undefined) return;
  readBlock(environment, `existing network of ${region}: cidr`, network.cidr);
  for (const cidr of network.dataSubnetCidrs)
    readBlock(environment, `existing network of ${region}: dataSubnetCidrs`, cidr);
  for (const property of ['privateSubnetIds', 'dataSubnetIds'] as const) {
    const count = network[property].length;
    if (count >= 2) continue;
    report(
      environment,
      'DCL-012',
      `existing network of ${region}: ${property} has ${count}, stores and brokers need 2 zones or more`,
      'name one subnet a zone',
      { count },
    );
  }
}

function repeated<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}
