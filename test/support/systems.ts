import {
  Api,
  BoundedContext,
  Environment,
  PostgresDatabase,
  Service,
  System,
  Team,
  Topic,
  type Call,
  type CallTiming,
  type CallWeight,
  type EnvironmentProps,
  type PostgresDatabaseProps,
  type ServiceProps,
  type TopicProps,
} from '../../lib/model';

export const DIGEST = `sha256:${'a'.repeat(64)}`;

/** What a test changes in the sound system. */
export interface Variation {
  readonly web?: Partial<ServiceProps<'Checkout' | 'Browse'>>;
  readonly orders?: Partial<ServiceProps<'PlaceOrder' | 'Cancel'>>;
  readonly call?: Partial<CallTiming<'Checkout' | 'Browse'>>;
  readonly weight?: CallWeight;
  readonly database?: Partial<PostgresDatabaseProps>;
  readonly topic?: Partial<TopicProps>;
  readonly production?: Partial<EnvironmentProps>;
}

export interface SoundSystem {
  readonly system: System;
  readonly context: BoundedContext;
  readonly web: Service<'Checkout' | 'Browse'>;
  readonly orders: Service<'PlaceOrder' | 'Cancel'>;
  readonly call: Call;
  readonly database: PostgresDatabase;
  readonly topic: Topic;
  readonly production: Environment;
}

const RESOURCES = { cpu: '500m', memory: '512Mi' } as const;

/** Two services in one retained region, with nothing wrong: `web` calls `orders`, which stores and publishes. */
export function soundSystem(vary: Variation = {}): SoundSystem {
  const system = new System('shop', { domain: 'shop.example.com' });
  const team = new Team(system, 'commerce', {
    kind: 'stream-aligned',
    slack: '#commerce',
    onCall: 'mailto:commerce@example.com',
  });
  const context = new BoundedContext(system, 'ordering', { team, subdomain: 'core' });
  const orders = new Service(context, 'orders', {
    image: 'registry.example.com/shop/orders',
    api: Api.grpc('shop.v1.Orders', { PlaceOrder: { idempotent: true }, Cancel: {} }),
    replicas: { min: 2, max: 6 },
    resources: RESOURCES,
    throughput: { perReplica: 100, peak: 400 },
    objective: { availability: '99.9%', latency: { p99: '50ms' } },
    processing: '20ms',
    ...vary.orders,
  });
  const web = new Service(context, 'web', {
    image: 'registry.example.com/shop/web',
    api: Api.http({
      Checkout: { method: 'POST', path: '/checkout' },
      Browse: { method: 'GET', path: '/' },
    }),
    replicas: { min: 2, max: 6 },
    resources: RESOURCES,
    throughput: { perReplica: 100, peak: 400 },
    objective: { availability: '99.5%' },
    processing: '10ms',
    ...vary.web,
  });
  const database = new PostgresDatabase(orders, 'orders', {
    storage: '100Gi',
    poolPerReplica: 10,
    ...vary.database,
  });
  const topic = new Topic(orders, 'order-placed', {
    partitions: 12,
    key: 'orderId',
    ...vary.topic,
  });
  orders.publishes(topic, { outbox: database });
  web.consumes(topic);
  const call = web.calls(orders.api.operation('PlaceOrder'), {
    timeout: '60ms',
    perTry: '50ms',
    ...vary.call,
    ...(vary.weight ?? { criticality: 'required' }),
  });
  const production = new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: ['eu-west-1'],
    releases: { web: DIGEST, orders: DIGEST },
    ...vary.production,
  });
  return { system, context, web, orders, call, database, topic, production };
}

const SMALL = {
  replicas: { min: 2, max: 4 },
  resources: RESOURCES,
  throughput: { perReplica: 100, peak: 100 },
  objective: { availability: '90%', ownAvailability: '99.999%' },
} as const;

/** Adds a service of one operation, `Do`, that is as small as can be. */
export function addService(
  context: BoundedContext,
  name: string,
  vary: Partial<ServiceProps<'Do'>> = {},
): Service<'Do'> {
  return new Service(context, name, {
    ...{ ...SMALL, image: `registry.example.com/shop/${name}` },
    api: Api.grpc('shop.v1.Any', { Do: { idempotent: true } }),
    ...vary,
  });
}

/** Adds a service that offers these operations and is as small as can be. */
export function addOffering<Operations extends string>(
  context: BoundedContext,
  name: string,
  api: Api<Operations>,
): Service<Operations> {
  return new Service(context, name, {
    ...{ ...SMALL, image: `registry.example.com/shop/${name}`, api },
  });
}

/** A system without environments, to be filled with services. */
export function emptyContext(): { readonly system: System; readonly context: BoundedContext } {
  const system = new System('shop', { domain: 'shop.example.com' });
  const team = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#commerce' });
  return { system, context: new BoundedContext(system, 'ordering', { team, subdomain: 'core' }) };
}
