import {
  activeActive,
  Api,
  BoundedContext,
  DynamoTable,
  Environment,
  Journey,
  ObjectBucket,
  PostgresDatabase,
  primary,
  RedisCache,
  regional,
  Service,
  System,
  Team,
  Topic,
  type CallProps,
  type Region,
} from '../../lib/model';
import { Dice } from './generated-systems';

/** What a sound system may have. */
export const SOUND_FEATURES = [
  ...['one region', 'several regions', 'one wave', 'several waves', 'retained', 'disposable'],
  ...[
    'required call',
    'optional call',
    'parallel calls',
    'calls in turn',
    'retry',
    'named handler',
  ],
  ...['outbox in postgres', 'outbox in table', 'no outbox', 'consumption', 'several threads'],
  ...['global database', 'global table', 'copied topic', 'cache', 'bucket'],
  ...['journey', 'latency promise', 'payload', 'peak of a topic', 'relation of contexts'],
] as const;

/** Something that a sound system may have. */
export type SoundFeature = (typeof SOUND_FEATURES)[number];

/** A system that is sound by construction, and what it has. */
export interface SoundlyMade {
  readonly system: System;
  readonly features: ReadonlySet<SoundFeature>;
}

type Operations = 'Get' | 'Put';
type Made = Service<Operations>;
/** What was made of a service, as far as its callers must know it. */
interface Known {
  readonly service: Made;
  /** Milliseconds that it takes at most. */
  readonly longest: number;
  /** Share that it promises. */
  readonly promise: number;
}

const REGIONS: readonly Region[] = ['eu-west-1', 'us-east-1', 'ap-northeast-2'];
const HOME = regional({ partitionedBy: 'customer home region' });
const EVERYWHERE = primary('eu-west-1', { readers: 'everywhere' });
const DIGEST = `sha256:${'c'.repeat(64)}`;
/** Calls a second of one caller: sixteen of them stay within a peak. */
const RATE = 20;
const MOST_CALLS = 3;
/** Share of a service itself. */
const OWN = 0.9999;
/** Less than any store or broker promises. */
const DATA = 0.997;
const PROCESSING = 5;

/** Makes a system whose promises, times, sizes and rates follow from what they rest on; the same for the same seed. */
export function makeSound(seed: number): SoundlyMade {
  const maker = new Maker(new Dice(seed * 40_503 + 7));
  return { system: maker.make(), features: maker.features };
}

class Maker {
  public readonly features = new Set<SoundFeature>();
  private readonly system = new System('sound', { domain: 'sound.example.com' });
  private readonly contexts: BoundedContext[] = [];
  private readonly known: Known[] = [];
  private readonly topics: Topic[] = [];

  public constructor(private readonly dice: Dice) {}

  public make(): System {
    const { dice, system } = this;
    for (let each = 0; each < 2; each += 1) {
      const team = new Team(system, `team-${each}`, { kind: 'stream-aligned', slack: '#team' });
      this.contexts.push(
        new BoundedContext(system, `context-${each}`, { team, subdomain: 'core' }),
      );
    }
    const count = 3 + dice.roll(8);
    // Callees first, so that a caller knows what it can promise.
    for (let at = 0; at < count; at += 1) this.known.push(this.declareService(at));
    for (const { service } of this.known) this.declareConsumptions(service);
    const [front, back] = this.contexts;
    if (front !== undefined && back !== undefined && dice.chance(50)) {
      this.features.add('relation of contexts');
      front.relatesTo(back, { pattern: 'partnership' });
    }
    this.declareJourney();
    this.declareEnvironment();
    return system;
  }

  private declareService(at: number): Known {
    const callees = this.chooseCallees();
    const calls = callees.map((callee, position) => this.plan(callee, position));
    const inTurn = calls.filter(({ props }) => props.parallel === undefined);
    const together = calls.filter(({ props }) => props.parallel !== undefined);
    const longest =
      PROCESSING +
      inTurn.reduce((sum, { wait }) => sum + wait, 0) +
      Math.max(0, ...together.map(({ wait }) => wait));
    const required = calls.filter(({ props }) => props.criticality === 'required');
    const promise = required.reduce((product, { promised }) => product * promised, OWN * DATA);
    const context = this.contexts[at % this.contexts.length];
    if (context === undefined) throw new Error('there is no context');
    const fast = this.feature('latency promise', 70);
    const service = new Service(context, `service-${at}`, {
      image: `registry.example.com/sound/service-${at}`,
      api: apiOf(this.dice.chance(50)),
      replicas: { min: 2, max: 9 },
      resources: { cpu: '250m', memory: '256Mi' },
      throughput: { perReplica: 200, peak: 500 },
      objective: {
        availability: `${Number((Math.floor(promise * 100_000) / 1_000).toFixed(3))}%`,
        ownAvailability: '99.99%',
        ...(fast && { latency: { p99: `${BigInt(longest)}ms` } }),
      },
      processing: `${BigInt(PROCESSING)}ms`,
    });
    for (const { callee, props } of calls) service.calls(callee.api.operation('Get'), props);
    this.declareData(service);
    return { service, longest, promise: Math.floor(promise * 100_000) / 100_000 };
  }

  /** The services that are called: of those that stand, at most three deep. */
  private chooseCallees(): readonly Known[] {
    const wanted = this.dice.roll(MOST_CALLS + 1);
    const shallow = this.known.filter(({ service }) => depthOf(service) < MOST_CALLS);
    const chosen = new Set<Known>();
    for (let each = 0; each < wanted; each += 1) {
      const callee = shallow[this.dice.roll(shallow.length)];
      if (callee !== undefined) chosen.add(callee);
    }
    return [...chosen];
  }

  private plan({ service, longest, promise }: Known, position: number) {
    const { dice } = this;
    const perTry = longest + 5;
    // Only what calls nothing itself is tried again: retries of one layer.
    const retried = service.outgoing.length === 0 && this.feature('retry', 40);
    const timeout = retried ? 2 * perTry + 25 : perTry;
    const parallel = position > 0 && this.feature('parallel calls', 50);
    if (!parallel) this.features.add('calls in turn');
    const required = dice.chance(50);
    this.features.add(required ? 'required call' : 'optional call');
    const props: CallProps<Operations> = {
      timeout: `${BigInt(timeout)}ms`,
      ...(retried && { perTry: `${BigInt(perTry)}ms` as const, retries: 1 }),
      ...{ rate: RATE, ...this.planDetails() },
      ...(parallel && { parallel: 'group' }),
      ...(required ? { criticality: 'required' } : { criticality: 'optional', fallback: 'cache' }),
    };
    return { callee: service, props, wait: timeout, promised: promise };
  }

  private planDetails() {
    return {
      ...(this.feature('named handler', 40) && { during: ['Get'] as const }),
      ...(this.feature('payload', 30) && { payload: '2Ki' as const }),
    };
  }

  private declareData(service: Made): void {
    const outbox = this.declareStore(service);
    if (this.feature('cache', 20)) new RedisCache(service, 'pages', { placement: HOME });
    if (this.feature('bucket', 20))
      new ObjectBucket(service, 'files', { placement: EVERYWHERE, criticality: 'optional' });
    if (!this.dice.chance(60)) return;
    const topic = this.declareTopic(service);
    service.publishes(topic, outbox ? { outbox } : {});
    this.topics.push(topic);
  }

  private declareTopic(service: Made): Topic {
    const copied = this.feature('copied topic', 30);
    return new Topic(service, `changed-${service.name}`, {
      ...{ partitions: 36, key: 'id', retention: '1d' },
      ...(this.feature('peak of a topic', 50) && { peak: RATE, recordSize: '0.5Ki' as const }),
      placement: copied ? EVERYWHERE : HOME,
    });
  }

  /** The store in which events can be kept; a service without one has no store of that kind. */
  private declareStore(service: Made): PostgresDatabase | DynamoTable | undefined {
    const kind = this.dice.roll(3);
    if (kind === 0) {
      this.features.add('outbox in postgres');
      return this.declareDatabase(service);
    }
    if (kind === 1) {
      this.features.add('outbox in table');
      return this.declareTable(service);
    }
    this.features.add('no outbox');
    return undefined;
  }

  private declareDatabase(service: Made): PostgresDatabase {
    const placement = this.feature('global database', 40) ? EVERYWHERE : HOME;
    return new PostgresDatabase(service, 'main', {
      ...{ storage: '20Gi', poolPerReplica: 5, placement },
    });
  }

  private declareTable(service: Made): DynamoTable {
    const global = this.feature('global table', 40);
    return new DynamoTable(service, 'items', {
      partitionKey: { name: 'id', type: 'S' },
      placement: global ? activeActive({ conflict: 'last-writer-wins' }) : HOME,
    });
  }

  private declareConsumptions(service: Made): void {
    for (const topic of this.topics) {
      if (topic.owner === service || !this.dice.chance(25)) continue;
      this.features.add('consumption');
      service.consumes(topic, { threads: this.feature('several threads', 30) ? 2 : 1 });
    }
  }

  private declareJourney(): void {
    const front = this.known.at(-1)?.service;
    if (front === undefined || !this.feature('journey', 70)) return;
    const steps = [front.api.operation('Put'), front.api.operation('Get')];
    new Journey(this.system, 'visit', { steps, peak: RATE });
  }

  private declareEnvironment(): void {
    const regions = REGIONS.slice(0, 1 + this.dice.roll(REGIONS.length));
    const [first, ...others] = regions;
    this.features.add(others.length === 0 ? 'one region' : 'several regions');
    const waves =
      first !== undefined && others.length > 0 && this.dice.chance(50)
        ? [[first], others]
        : undefined;
    this.features.add(waves === undefined ? 'one wave' : 'several waves');
    const retained = this.dice.chance(60);
    this.features.add(retained ? 'retained' : 'disposable');
    new Environment(this.system, 'live', {
      account: '111122223333',
      protection: retained ? 'retain' : 'disposable',
      regions,
      ...(waves && { waves }),
      releases: Object.fromEntries(this.known.map(({ service }) => [service.name, DIGEST])),
    });
  }

  private feature(feature: SoundFeature, percent: number): boolean {
    const has = this.dice.chance(percent);
    if (has) this.features.add(feature);
    return has;
  }
}

function apiOf(http: boolean): Api<Operations> {
  return http
    ? Api.http({ Get: { method: 'GET', path: '/things' }, Put: { method: 'PUT', path: '/things' } })
    : Api.grpc('sound.v1.Things', { Get: { safe: true }, Put: { idempotent: true } });
}

function depthOf({ outgoing }: Pick<Made, 'outgoing'>): number {
  return outgoing.length === 0
    ? 0
    : 1 +
        Math.max(
          ...outgoing.map(({ operation }) =>
            isMade(operation.service) ? depthOf(operation.service) : 0,
          ),
        );
}

function isMade(service: object): service is Pick<Made, 'outgoing'> {
  return 'outgoing' in service;
}
