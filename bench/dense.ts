import {
  Api,
  BoundedContext,
  DynamoTable,
  Environment,
  Service,
  System,
  Team,
  Topic,
  type CallProps,
} from '../lib/model';

type AnyService = Service<'Get'>;

const CONTEXT_SIZE = 10;
const TIERS = 5;
/** Four of five services call: thirteen calls each are ten for each service and more. */
const CALLS = 13;
const P99 = ['480ms', '240ms', '120ms', '60ms', '15ms'] as const;
const AVAILABILITY = ['95%', '97.5%', '98.8%', '99.4%', '99.8%'] as const;
/** How long a call to a tier may take: longer than what the tier itself waits for. */
const PATIENCE = ['500ms', '250ms', '125ms', '62ms', '20ms'] as const;

/** A sound system of so many services with more than ten calls for each of them, most of them optional. */
export function denseSystem(services: number): System {
  const system = new System('dense', { domain: 'dense.example.com' });
  const contexts = Array.from({ length: Math.ceil(services / CONTEXT_SIZE) }, (_, index) => {
    const team = new Team(system, `team-${index}`, {
      ...{ kind: 'stream-aligned', slack: `#team-${index}` },
      limits: { parts: 70 },
    });
    return new BoundedContext(system, `context-${index}`, { team, subdomain: 'core' });
  });
  for (const [index, context] of contexts.entries()) {
    for (const upstream of contexts.slice(index + 1, index + 9))
      context.relatesTo(upstream, { pattern: 'conformist' });
  }
  const all = Array.from({ length: services }, (_, index) => {
    const context = contexts[Math.floor(index / CONTEXT_SIZE)];
    if (context === undefined) throw new Error(`there is no context for service ${index}`);
    return declareService(context, index);
  });
  for (const [index, service] of all.entries()) declareCalls(all, service, index);
  new Environment(system, 'production', {
    ...{ account: '111122223333', protection: 'retain' },
    regions: ['eu-west-1'],
    releases: Object.fromEntries(all.map(({ name }) => [name, `sha256:${'d'.repeat(64)}`])),
  });
  return system;
}

/** How many calls a system makes. */
export function edgesOf(services: number): number {
  return Array.from({ length: services }, (_, index) => calleesOf(services, index).length).reduce(
    (sum, calls) => sum + calls,
    0,
  );
}

function declareService(context: BoundedContext, index: number): AnyService {
  const service = new Service(context, `service-${index}`, {
    image: `registry.example.com/dense/service-${index}`,
    api: Api.grpc('dense.v1.Things', { Get: { safe: true } }),
    replicas: { min: 2, max: 4 },
    resources: { cpu: '250m', memory: '512Mi' },
    throughput: { perReplica: 250, peak: 500, concurrency: 1_000 },
    objective: {
      availability: AVAILABILITY[tierOf(index)] ?? '95%',
      ownAvailability: '99.99%',
      latency: { p99: P99[tierOf(index)] ?? '480ms' },
    },
    processing: '5ms',
  });
  const table = new DynamoTable(service, 'items', { partitionKey: { name: 'id', type: 'S' } });
  const topic = new Topic(service, `${service.name}-changed`, {
    ...{ partitions: 6, key: 'id', peak: 1, recordSize: '0.5Ki' },
  });
  service.publishes(topic, { outbox: table });
  service.changes('Get', table);
  return service;
}

/** Positions of the services that one calls: those of the next tier, from its own context on. */
function calleesOf(services: number, index: number): readonly number[] {
  const tier = tierOf(index) + 1;
  if (tier === TIERS) return [];
  const first = index - (index % TIERS) + tier;
  return Array.from({ length: CALLS }, (_, step) => first + step * TIERS).filter(
    (callee) => callee < services,
  );
}

function declareCalls(all: readonly AnyService[], service: AnyService, index: number): void {
  for (const [position, callee] of calleesOf(all.length, index).entries()) {
    const target = all[callee];
    if (target !== undefined)
      service.calls(target.api.operation('Get'), callProps(tierOf(callee), position));
  }
}

function callProps(tier: number, position: number): CallProps<'Get'> {
  const timing = {
    ...{ timeout: PATIENCE[tier] ?? '500ms', rate: 20, parallel: 'all' },
    payload: '1Ki',
  } as const;
  return position < 1
    ? { ...timing, criticality: 'required' }
    : { ...timing, criticality: 'optional', fallback: 'cache' };
}

function tierOf(index: number): number {
  return index % TIERS;
}
