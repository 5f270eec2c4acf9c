import { Construct } from 'constructs';
import { acknowledge, type AcknowledgeOptions } from './acknowledge';
import { entityId, isOfSystem, readCount, register, report } from './declaration';
import type { Classification } from './classification';
import { checkEnvironment, reportForeignRegion } from './environment-checks';
import type { ExistingParts } from './existing';
import { checkExisting } from './existing-checks';
import type { PostgresDatabase } from './postgres-database';
import type { RedisCache } from './redis-cache';
import type { Region } from './regions';
import type { Releases } from './releases';
import type { Service } from './service';
import {
  checkDatabaseSizing,
  readCacheSizing,
  readDatabaseSizing,
  readServiceSizing,
  type CacheSizing,
  type DeclaredPostgresSize,
  type PostgresSizing,
  type ServiceSizing,
} from './sizing';
import type { IdentityProvider } from './identity-provider';
import type { System } from './system';
import type { Team } from './team';
import { readTraffic, type TrafficProps } from './traffic';

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
  /**
   * Domain under which this environment is reached: it gets a zone of its own.
   *
   * @default - the environment's name below the domain of the system
   */
  readonly domain?: string;
  /**
   * What the world meets first: a content delivery network with a firewall before the gateways of all regions, or nothing.
   *
   * @default 'cloudfront'
   */
  readonly edge?: 'cloudfront' | 'none';
  /**
   * Minor version of Kubernetes.
   *
   * @default '1.35'
   */
  readonly kubernetesVersion?: KubernetesMinor;
  /**
   * What traffic between services costs here and how much of it is unremarkable.
   *
   * @default - as the system says
   */
  readonly traffic?: TrafficProps;
  /**
   * Who signs the tokens of people and programs outside, for operations whose contract asks for one.
   *
   * @default - nobody: an operation that asks for a token is an error
   */
  readonly identityProvider?: IdentityProvider;
  /**
   * Regions in which data of a class may be, by class.
   *
   * @default - in all of them
   */
  readonly data?: Readonly<Partial<Record<Classification, readonly Region[]>>>;
}

/** A minor version of Kubernetes, for example `1.35`. */
export type KubernetesMinor = `1.${bigint}`;

/** What a team may spend in an environment. */
export interface Budget {
  /** US dollars a month; the team is told at 80 percent, at all of it and when the forecast goes beyond. */
  readonly monthly: number;
}

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
  /** Domain under which it is reached. */
  public readonly domain: string;
  /** What the world meets first. */
  public readonly edge: 'cloudfront' | 'none';
  /** Minor version of Kubernetes. */
  public readonly kubernetesVersion: KubernetesMinor;
  /** What traffic between services costs here and how much of it is unremarkable, as far as it was said. */
  public readonly traffic?: TrafficProps;
  /** Who signs the tokens of people and programs outside. */
  public readonly identityProvider?: IdentityProvider;
  /** Regions in which data of a class may be; of a class that is not named in all. */
  public readonly data: Readonly<Partial<Record<Classification, readonly Region[]>>>;
  private readonly serviceSizes = new Map<Service, ServiceSizing>();
  private readonly databaseSizes = new Map<PostgresDatabase, DeclaredPostgresSize>();
  private readonly cacheSizes = new Map<RedisCache, CacheSizing>();
  private readonly existingParts = new Map<Region, ExistingParts>();
  private readonly budgets = new Map<Team, Budget>();

  public constructor(scope: System, name: string, props: EnvironmentProps) {
    super(scope, entityId(scope, 'Environment', name));
    this.name = name;
    this.account = props.account;
    this.protection = props.protection;
    this.regions = props.regions;
    this.waves = wavesOf(props);
    this.cidr = props.cidr ?? '10.0.0.0/12';
    this.releases = props.releases ?? {};
    this.administrators = props.administrators ?? [];
    this.domain = props.domain ?? `${name}.${scope.domain}`;
    this.edge = props.edge ?? 'cloudfront';
    this.kubernetesVersion = props.kubernetesVersion ?? '1.35';
    this.data = props.data ?? {};
    register(this);
    if (props.identityProvider) this.identityProvider = props.identityProvider;
    if (props.traffic !== undefined) this.traffic = readTraffic(this, props.traffic);
    checkEnvironment(this, props.domain !== undefined);
  }

  /** Says how large a service, database or cache is here. */
  public size(service: Service, sizing: ServiceSizing): void;
  public size(database: PostgresDatabase, sizing: PostgresSizing): void;
  public size(cache: RedisCache, sizing: CacheSizing): void;
  public size(
    entity: Service | PostgresDatabase | RedisCache,
    sizing: ServiceSizing & DeclaredPostgresSize & CacheSizing,
  ): void {
    if (!isOfSystem(this, 'what is sized', entity)) return;
    if (entity.kind === 'Service') {
      const read = readServiceSizing(this, entity.name, sizing);
      this.keep(this.serviceSizes, entity, entity.name, read);
      return;
    }
    const of = `${entity.name} of ${entity.owner.name}`;
    if (entity.kind === 'RedisCache') {
      this.keep(this.cacheSizes, entity, of, readCacheSizing(this, of, sizing));
      return;
    }
    const before = this.sizeOfDatabase(entity);
    this.keep(this.databaseSizes, entity, of, readDatabaseSizing(this, of, sizing));
    checkDatabaseSizing(this, of, before, this.sizeOfDatabase(entity));
  }

  /** Says what a team may spend here. */
  public budget(team: Team, budget: Budget): void {
    if (!isOfSystem(this, 'whose budget it is', team)) return;
    const monthly = readCount(this, `monthly budget of ${team.name}`, budget.monthly, 1);
    this.keep(this.budgets, team, `budget of ${team.name}`, { monthly });
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
  public sizeOfDatabase(database: PostgresDatabase): DeclaredPostgresSize {
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

  /** What a team may spend here, where that was said. */
  public budgetOf(team: Team): Budget | undefined {
    return this.budgets.get(team);
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
}

/** All regions in one wave where nothing else is said. */
function wavesOf({ waves, regions }: EnvironmentProps): readonly (readonly Region[])[] {
  return waves ?? [[...new Set(regions)]];
}
