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
} from '../lib/model';

/** Operations of every service. */
type Operation = 'Get' | 'List' | 'Put';
type AnyService = Service<Operation>;

const CONTEXT_SIZE = 10;
const CONTEXTS_PER_TEAM = 3;
/** Calls go from a tier to the next one, so that they form no cycle. */
const TIERS = 5;
const REGIONS = ['ap-northeast-2', 'eu-west-1', 'us-east-1'] as const;
const HOME = { partitionedBy: 'customer home region' };
const OPERATIONS: readonly Operation[] = ['Get', 'List', 'Put'];

/** How long one try for a tier may last: its own 5ms and the two groups of calls it makes to the tier below. */
const PATIENCE = ['900ms', '410ms', '200ms', '95ms', '20ms'] as const;
/** Time within which a tier answers 99 of 100 requests. */
const P99 = ['825ms', '405ms', '195ms', '90ms', '15ms'] as const;
/** What a tier promises: less than the two services of the tier below it that it requires. */
const AVAILABILITY = ['91.5%', '95.9%', '98.1%', '99.2%', '99.75%'] as const;

/**
 * A sound system of so many services, the same each time: in contexts of ten, three contexts a team, in one retained
 * environment of three regions. Four of five services make five calls, each owns a store and two topics and follows two
 * topics of others.
 */
export function syntheticSystem(services: number): System {
  const system = new System('bench', { domain: 'bench.example.com' });
  const contexts = declareContexts(system, Math.ceil(services / CONTEXT_SIZE));
  const all = contexts.flatMap((context, position) => {
    const first = position * CONTEXT_SIZE;
    const size = Math.min(CONTEXT_SIZE, services - first);
    return Array.from({ length: size }, (_, offset) => declareService(context, first + offset));
  });
  const topics = all.map((service, index) => declareData(service, index));
  for (const [index, service] of all.entries()) {
    declareCalls(all, service, index);
    declareConsumptions(topics, service, index);
  }
  declareJourneys(system, all);
  new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: REGIONS,
    releases: Object.fromEntries(all.map(({ name }, index) => [name, digest(index)])),
  });
  return system;
}

function declareContexts(system: System, count: number): readonly BoundedContext[] {
  const teams = Array.from(
    { length: Math.ceil(count / CONTEXTS_PER_TEAM) },
    (_, index) =>
      new Team(system, `team-${digits(index, 2)}`, {
        kind: 'stream-aligned',
        slack: `#team-${digits(index, 2)}`,
        onCall: `mailto:team-${digits(index, 2)}@example.com`,
        // Three contexts of ten services with a store and two topics each.
        limits: { parts: 240 },
      }),
  );
  const contexts = teams.flatMap((team, position) => {
    const first = position * CONTEXTS_PER_TEAM;
    return Array.from(
      { length: Math.min(CONTEXTS_PER_TEAM, count - first) },
      (_, offset) =>
        new BoundedContext(system, `context-${digits(first + offset, 3)}`, {
          team,
          subdomain: 'generic',
        }),
    );
  });
  for (const [index, context] of contexts.entries()) {
    context.aggregate('Item', { identity: 'itemId' });
    for (const upstream of contexts.slice(index + 1, index + 3))
      context.relatesTo(upstream, { pattern: 'customer-supplier' });
  }
  return contexts;
}

function declareService(context: BoundedContext, index: number): AnyService {
  const name = `service-${digits(index, 4)}`;
  return new Service(context, name, {
    image: `111122223333.dkr.ecr.ap-northeast-2.amazonaws.com/bench/${name}`,
    api: index % 3 === 0 ? grpcApi(index) : httpApi(index),
    replicas: { min: 3, max: 6 },
    resources: { cpu: '250m', memory: '512Mi' },
    throughput: { perReplica: 170, peak: 500 },
    objective: {
      availability: AVAILABILITY[tierOf(index)] ?? '91.5%',
      ownAvailability: '99.99%',
      latency: { p99: P99[tierOf(index)] ?? '825ms' },
    },
    processing: '5ms',
    config: { LOG_LEVEL: 'info' },
    ...(index % 5 === 0 && { secrets: { PARTNER_KEY: 'partner-key' } }),
  });
}

/** Paths of their own, so that several services can be open to the world under one host. */
function httpApi(index: number): Api<Operation> {
  const items = `/items-${digits(index, 4)}` as const;
  return Api.http({
    Get: { method: 'GET', path: `${items}/{itemId}` },
    List: { method: 'GET', path: items },
    Put: { method: 'PUT', path: `${items}/{itemId}` },
  });
}

function grpcApi(index: number): Api<Operation> {
  return Api.grpc(`bench.v1.Service${digits(index, 4)}`, {
    Get: { safe: true },
    List: { safe: true },
    Put: { idempotent: true },
  });
}

/** Declares the store of a service, each kind in turn, and its two topics. */
function declareData(service: AnyService, index: number): readonly Topic[] {
  const outbox = declareStore(service, index);
  return ['created', 'changed'].map((event) => {
    const topic = new Topic(service, `${service.name}-${event}`, {
      partitions: 6,
      key: 'itemId',
      placement: regional(HOME),
    });
    service.publishes(topic, outbox ? { outbox } : {});
    return topic;
  });
}

/** The store that events are kept in until they are published, if it is one that can. */
function declareStore(
  service: AnyService,
  index: number,
): PostgresDatabase | DynamoTable | undefined {
  const turn = Math.floor(index / 4) % 2;
  switch (index % 4) {
    case 0:
      return new PostgresDatabase(service, 'items', {
        storage: '100Gi',
        poolPerReplica: 10,
        placement: turn === 0 ? regional(HOME) : primary(REGIONS[0], { readers: 'everywhere' }),
      });
    case 1:
      return new DynamoTable(service, 'items', {
        partitionKey: { name: 'itemId', type: 'S' },
        placement: turn === 0 ? regional(HOME) : activeActive({ conflict: 'last-writer-wins' }),
      });
    case 2:
      new RedisCache(service, 'items', { placement: regional(HOME) });
      return undefined;
    default:
      new ObjectBucket(service, 'items', { placement: regional(HOME) });
      return undefined;
  }
}

/** Five calls to the tier below: to its two services here, to those of the next contexts, or here again at the end. */
function declareCalls(all: readonly AnyService[], service: AnyService, index: number): void {
  const tier = tierOf(index) + 1;
  if (tier === TIERS) return;
  const first = index - (index % CONTEXT_SIZE);
  const here = [first + tier, first + tier + TIERS];
  const beyond = here.concat(first + tier + 2 * TIERS).map((callee) => callee + CONTEXT_SIZE);
  const near = here.map((callee) => all[callee]).filter((callee) => callee !== undefined);
  const far = beyond.map((callee) => all[callee]).filter((callee) => callee !== undefined);
  const repeated = OPERATIONS.slice(1).flatMap((operation) =>
    near.map((callee) => ({ callee, operation })),
  );
  const calls = [...near, ...far].map((callee) => ({ callee, operation: OPERATIONS[0] ?? 'Get' }));
  for (const [position, { callee, operation }] of [...calls, ...repeated].slice(0, 5).entries()) {
    service.calls(callee.api.operation(operation), callProps(tier, position));
  }
}

/** The first two calls are required; those to the lowest tier are the only ones that are tried twice. */
function callProps(tier: number, position: number): CallProps<Operation> {
  const patience = PATIENCE[tier] ?? '900ms';
  const timing =
    tier === TIERS - 1 && position === 0
      ? ({ timeout: '65ms', perTry: patience, retries: 1 } as const)
      : ({ timeout: patience } as const);
  return {
    ...timing,
    rate: 50,
    parallel: position < 3 ? 'first' : 'second',
    ...(position === 4 && { during: ['Put'] }),
    ...(position < 2
      ? { criticality: 'required' }
      : { criticality: 'optional', fallback: position === 2 ? 'cache' : 'default' }),
  };
}

/**
 * A topic is consumed by a service some places before, so that contexts depend on each other in one direction. The first
 * topics have none before them: a neighbour in their context consumes those, or the service itself where there is none.
 */
function declareConsumptions(
  topics: readonly (readonly Topic[])[],
  service: AnyService,
  index: number,
): void {
  const beside = (index ^ 1) < topics.length ? index ^ 1 : index;
  for (const [position, distance] of [3, 13].entries()) {
    const ahead = topics[index + distance]?.[position];
    const neighbour = beside < distance ? topics[beside]?.[position] : undefined;
    for (const topic of [ahead, neighbour]) if (topic) service.consumes(topic);
  }
}

/** One journey a context, through its first service. */
function declareJourneys(system: System, all: readonly AnyService[]): void {
  for (const [index, { api }] of all.entries()) {
    if (index % CONTEXT_SIZE !== 0) continue;
    new Journey(system, `journey-${digits(index / CONTEXT_SIZE, 3)}`, {
      steps: [api.operation('List'), api.operation('Get')],
      peak: 50,
    });
  }
}

function tierOf(index: number): number {
  return (index % CONTEXT_SIZE) % TIERS;
}

function digest(index: number): string {
  return `sha256:${index.toString(16).padStart(64, '0')}`;
}

function digits(index: number, width: number): string {
  return index.toString().padStart(width, '0');
}
