import {
  activeActive,
  Api,
  BoundedContext,
  DynamoTable,
  Environment,
  ObjectBucket,
  PostgresDatabase,
  primary,
  RedisCache,
  regional,
  Service,
  System,
  Team,
  Topic,
  type Region,
} from '../../lib/model';

/** What a generated system may have: every kind of edge and of store. */
export const FEATURES = [
  ...['call http', 'call grpc', 'call optional', 'publish', 'publish by outbox', 'consume'],
  ...['postgres regional', 'postgres global', 'postgres serverless', 'postgres rds'],
  ...['table regional', 'table global', 'table outbox', 'cache', 'secret'],
  ...['bucket regional', 'bucket primary', 'bucket global'],
  ...['topic copied', 'topic regional'],
] as const;

/** Something that a generated system may have. */
export type Feature = (typeof FEATURES)[number];

/** A system made at random, and what it has. */
export interface GeneratedSystem {
  readonly system: System;
  readonly services: number;
  readonly contexts: number;
  readonly regions: number;
  readonly features: ReadonlySet<Feature>;
}

type AnyService = Service<'Get' | 'Put'>;

const REGIONS: readonly Region[] = ['eu-west-1', 'us-east-1', 'ap-northeast-2'];
const HOME = regional({ partitionedBy: 'customer home region' });
const KEY = { name: 'id', type: 'S' } as const;
const BUCKETS = [
  { feature: 'bucket regional', placement: HOME },
  { feature: 'bucket primary', placement: primary('us-east-1', { readers: 'everywhere' }) },
  { feature: 'bucket global', placement: activeActive({ conflict: 'last-writer-wins' }) },
] as const;

/** A source of numbers that is the same for the same seed. */
export class Dice {
  public constructor(private state: number) {}

  /** A whole number of 0 to less than `sides`. */
  public roll(sides: number): number {
    // A linear congruential generator with the constants of Numerical Recipes.
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * sides);
  }

  /** Whether something of so many percent happens. */
  public chance(percent: number): boolean {
    return this.roll(100) < percent;
  }
}

/** Makes a system of 3 to 60 services, mostly small, in 2 or more contexts and regions; the same for the same seed. */
export function generateSystem(seed: number): GeneratedSystem {
  const dice = new Dice(seed * 2_654_435 + 1);
  for (let warmUp = 0; warmUp < 8; warmUp += 1) dice.roll(2);
  const features = new Set<Feature>();
  const services = seed % 20 === 0 ? 30 + dice.roll(31) : 3 + dice.roll(8);
  const contexts = 2 + dice.roll(3);
  const regions = REGIONS.slice(0, 2 + dice.roll(2));
  const system = new System('generated', { domain: 'generated.example.com' });
  const team = new Team(system, 'owners', { kind: 'stream-aligned', slack: '#owners' });
  const bounded = Array.from(
    { length: contexts },
    (_, index) => new BoundedContext(system, `context-${index}`, { team, subdomain: 'core' }),
  );
  const environment = new Environment(system, 'test', {
    account: '111122223333',
    protection: dice.chance(50) ? 'retain' : 'disposable',
    regions,
  });
  const all = Array.from({ length: services }, (_, index) => {
    const context = bounded[index % contexts];
    if (context === undefined) throw new Error(`no context for service ${index}`);
    return declareService(context, index, dice, features);
  });
  const topics = all.flatMap((service) => declareData(service, environment, dice, features));
  for (const [index, service] of all.entries()) {
    declareCalls(all, service, index, dice, features);
    for (const topic of topics)
      if (topic.owner !== service && dice.roll(topics.length + 3) < 2) {
        features.add('consume');
        service.consumes(topic);
      }
  }
  return { system, services, contexts, regions: regions.length, features };
}

function declareService(
  context: BoundedContext,
  index: number,
  dice: Dice,
  features: Set<Feature>,
): AnyService {
  const secret = dice.chance(30);
  if (secret) features.add('secret');
  return new Service(context, `service-${index}`, {
    image: `registry.example.com/generated/service-${index}`,
    api: dice.chance(50)
      ? Api.http({
          Get: { method: 'GET', path: '/things/{id}' },
          Put: { method: 'PUT', path: '/things/{id}' },
        })
      : Api.grpc('generated.v1.Things', { Get: { safe: true }, Put: { idempotent: true } }),
    replicas: { min: 2, max: 4 },
    resources: { cpu: '250m', memory: '256Mi' },
    throughput: { perReplica: 50, peak: 100 },
    objective: { availability: '90%' },
    ...(secret && { secrets: { API_KEY: 'api-key', OTHER_KEY: 'other-key' } }),
  });
}

function declareCalls(
  all: readonly AnyService[],
  service: AnyService,
  index: number,
  dice: Dice,
  features: Set<Feature>,
): void {
  // Only forwards, so that calls form no cycle.
  for (const callee of all.slice(index + 1)) {
    if (!dice.chance(Math.min(40, 200 / all.length))) continue;
    features.add(callee.contract?.protocol === 'http' ? 'call http' : 'call grpc');
    const operation = callee.api.operation(dice.chance(50) ? 'Get' : 'Put');
    if (dice.chance(50)) service.calls(operation, { timeout: '100ms', criticality: 'required' });
    else {
      features.add('call optional');
      service.calls(operation, { timeout: '100ms', criticality: 'optional', fallback: 'cache' });
    }
  }
}

function declareData(
  service: AnyService,
  environment: Environment,
  dice: Dice,
  features: Set<Feature>,
): readonly Topic[] {
  const database = dice.chance(60)
    ? declareDatabase(service, environment, dice, features)
    : undefined;
  const table = dice.chance(35) ? declareTable(service, dice, features) : undefined;
  if (dice.chance(25)) {
    features.add('cache');
    new RedisCache(service, 'pages', { placement: HOME });
  }
  if (dice.chance(25)) {
    declareBucket(service, dice, features);
  }
  if (!dice.chance(50)) return [];
  return [declareTopic(service, database ?? table, dice, features)];
}

function declareDatabase(
  service: AnyService,
  environment: Environment,
  dice: Dice,
  features: Set<Feature>,
): PostgresDatabase {
  const global = dice.chance(35);
  features.add(global ? 'postgres global' : 'postgres regional');
  const database = new PostgresDatabase(service, 'main', {
    ...{ storage: '50Gi', poolPerReplica: 5 },
    placement: global ? primary('us-east-1', { readers: 'everywhere' }) : HOME,
  });
  const kind = dice.roll(3);
  if (kind === 1) {
    features.add('postgres serverless');
    environment.size(database, { capacity: { min: 0.5, max: 16 } });
  } else if (kind === 2 && !global) {
    features.add('postgres rds');
    environment.size(database, { engine: 'rds', instanceClass: 'db.m7g.large' });
  }
  return database;
}

function declareTable(service: AnyService, dice: Dice, features: Set<Feature>): DynamoTable {
  const global = dice.chance(45);
  features.add(global ? 'table global' : 'table regional');
  return new DynamoTable(service, 'items', {
    partitionKey: KEY,
    placement: global ? activeActive({ conflict: 'last-writer-wins' }) : HOME,
  });
}

function declareBucket(service: AnyService, dice: Dice, features: Set<Feature>): ObjectBucket {
  const { feature, placement } = BUCKETS[dice.roll(BUCKETS.length)] ?? BUCKETS[0];
  features.add(feature);
  return new ObjectBucket(service, 'files', { placement });
}

function declareTopic(
  service: AnyService,
  outbox: PostgresDatabase | DynamoTable | undefined,
  dice: Dice,
  features: Set<Feature>,
): Topic {
  const copied = dice.chance(35);
  features.add(copied ? 'topic copied' : 'topic regional').add('publish');
  const topic = new Topic(service, `changed-${service.name}`, {
    ...{ partitions: 6, key: 'id' },
    placement: copied ? primary('us-east-1', { readers: 'everywhere' }) : HOME,
  });
  const kept = dice.chance(70) ? outbox : undefined;
  if (kept) features.add(kept.kind === 'DynamoTable' ? 'table outbox' : 'publish by outbox');
  service.publishes(topic, kept ? { outbox: kept } : {});
  return topic;
}
