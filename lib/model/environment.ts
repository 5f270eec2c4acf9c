import { Construct } from 'constructs';
import { acknowledge, type AcknowledgeOptions } from './acknowledge';
import { entityId, isOfSystem, readCount, register, report } from './declaration';
import { checkEnvironment, reportForeignRegion } from './environment-checks';
import type { ExistingParts } from './existing';
import { checkExisting } from './existing-checks';
import type { PostgresDatabase } from './postgres-database';
import type { RedisCache } from './redis-cache';
import type { Region } from './regions';
import type { Releases } from './releases';
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
  /**
   * Regions; append new ones at the end. The position decides a region's address block, and the first is home: it keeps
   * the state of the stacks and makes the tables that span regions.
   */
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
   * @default 'db.r8g.large' in retained environments and for databases of several regions, else 'db.t4g.medium'
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

/** Aurora: one instance writes, 15 read. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html */
const MAX_INSTANCES = 16;
/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.html */
const MAX_CACHE_REPLICAS = 5;
const NODE_TYPE = /^cache\.[a-z0-9]+\.[a-z0-9]+$/;

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
  private readonly existingParts = new Map<Region, ExistingParts>();

  public constructor(scope: System, name: string, props: EnvironmentProps) {
    super(scope, entityId(scope, 'Environment', name));
    this.name = name;
    this.account = props.account;
    this.protection = props.protection;
    this.regions = props.regions;
    this.waves = props.waves ?? [[...new Set(props.regions)]];
    this.cidr = props.cidr ?? '10.0.0.0/12';
    this.releases = props.releases ?? {};
    this.administrators = props.administrators ?? [];
    register(this);
    checkEnvironment(this);
  }

  /** Says how large a service, database or cache is here. */
  public size(service: Service, sizing: ServiceSizing): void;
  public size(database: PostgresDatabase, sizing: PostgresSizing): void;
  public size(cache: RedisCache, sizing: CacheSizing): void;
  public size(
    entity: Service | PostgresDatabase | RedisCache,
    sizing: ServiceSizing & PostgresSizing & CacheSizing,
  ): void {
    if (!isOfSystem(this, 'what is sized', entity)) return;
    switch (entity.kind) {
      case 'Service':
        this.keep(this.serviceSizes, entity, entity.name, this.readService(entity, sizing));
        return;
      case 'PostgresDatabase': {
        const of = `${entity.name} of ${entity.owner.name}`;
        this.keep(this.databaseSizes, entity, of, this.readDatabase(of, sizing));
        return;
      }
      case 'RedisCache': {
        const of = `${entity.name} of ${entity.owner.name}`;
        this.keep(this.cacheSizes, entity, of, this.readCache(of, sizing));
      }
    }
  }

  /** Says which parts of a region exist already: their stacks are not emitted, and the rest uses them. */
  public existing(region: Region, parts: ExistingParts): void {
    if (!this.regions.includes(region))
      reportForeignRegion(this, `existing parts are in '${region}'`);
    checkExisting(this, region, parts);
    this.keep(this.existingParts, region, `existing parts of ${region}`, parts);
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

  /** Adds to what was said before; what is said twice is reported, so that the order of declarations never counts. */
  private keep<K, S extends object>(said: Map<K, S>, key: K, of: string, more: S): void {
    const before = said.get(key);
    for (const property of Object.keys(more)) {
      if (before === undefined || !Object.hasOwn(before, property)) continue;
      report(this, 'DCL-002', `${property} of ${of} is declared already`, 'keep one of the two');
    }
    said.set(key, { ...more, ...before });
  }

  private readService(service: Service, { replicas, throughput }: ServiceSizing): ServiceSizing {
    const of = ` of ${service.name}`;
    return {
      ...(replicas && { replicas: readReplicas(this, replicas, of) }),
      ...(throughput && { throughput: readThroughput(this, throughput, of) }),
    };
  }

  private readDatabase(of: string, { instanceClass, instances }: PostgresSizing): PostgresSizing {
    return {
      ...(instanceClass !== undefined && { instanceClass }),
      ...(instances !== undefined && {
        instances: readCount(this, `instances of ${of}`, instances, 1, MAX_INSTANCES),
      }),
    };
  }

  private readCache(of: string, { nodeType, replicas }: CacheSizing): CacheSizing {
    if (nodeType !== undefined && !NODE_TYPE.test(nodeType))
      report(
        this,
        'DCL-012',
        `nodeType of ${of} is '${nodeType}', which is not a node type`,
        'write it like cache.m7g.large',
      );
    return {
      ...(nodeType !== undefined && { nodeType }),
      ...(replicas !== undefined && {
        replicas: readCount(this, `replicas of ${of}`, replicas, 0, MAX_CACHE_REPLICAS),
      }),
    };
  }
}
