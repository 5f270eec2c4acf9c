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
  type Releases,
} from '../../lib/model';

/** A declaration that is made once, when it is first needed. */
type Declaration<T = unknown> = () => T;
/** Brings declarations, and entries of what they say, into another order; what one needs is made before it in any order. */
export type Order = <T>(items: readonly T[]) => readonly T[];

const RESOURCES = { cpu: '250m', memory: '256Mi' } as const;
const HOME = regional({ partitionedBy: 'customer home region' });
const DIGEST = `sha256:${'b'.repeat(64)}`;

/** What the books are made of. */
export interface Books {
  readonly system: System;
  readonly staging: Environment;
  readonly production: Environment;
  readonly orders: Service<'PlaceOrder' | 'GetOrder'>;
}

/** What a test changes in the books. */
export interface BooksOptions {
  /** The order in which everything is declared, entries of configuration and releases included. */
  readonly order?: Order;
  /** Whether the service that sends mails is left out. */
  readonly withoutMailer?: boolean;
}

/** A small system that has one of everything: both protocols, a worker, every kind of store and placement, two environments. */
export function books({ order = (all) => all, withoutMailer = false }: BooksOptions = {}): Books {
  const system = new System('books', { domain: 'books.example.com' });
  const contexts = declareContexts(system);
  const services = declareServices(contexts, order);
  const { shop, orders, stock, mailer } = services;
  const data = declareData(services);
  const releases: Releases = Object.fromEntries<string | Readonly<Record<string, string>>>(
    order([
      ...[['shop', DIGEST] as const, ['orders', DIGEST] as const],
      ['stock', { default: DIGEST }] as const,
      ...(withoutMailer ? [] : [['mailer', DIGEST] as const]),
    ]),
  );
  const staging = once(
    () =>
      new Environment(system, 'staging', {
        account: '444455556666',
        protection: 'disposable',
        regions: ['eu-west-1'],
        cidr: '10.16.0.0/16',
        releases,
      }),
  );
  const production = once(
    () =>
      new Environment(system, 'production', {
        account: '111122223333',
        protection: 'retain',
        regions: ['eu-west-1', 'us-east-1'],
        waves: [['eu-west-1'], ['us-east-1']],
        releases,
        administrators: ['arn:aws:iam::111122223333:role/administrator'],
      }),
  );
  const declarations: readonly Declaration[] = [
    ...[contexts.selling, contexts.storing, shop, orders, stock],
    ...[data.orderData, data.prices, data.levels, data.pages, data.placed, data.changed],
    ...callsOf(services),
    once(() => {
      orders().publishes(data.placed(), { outbox: data.orderData() });
    }),
    once(() => {
      stock().publishes(data.changed(), { outbox: data.levels() });
    }),
    once(() => {
      shop().consumes(data.changed());
    }),
    ...(withoutMailer ? [] : [mailer, ...mailingOf(services, data)]),
    once(() => new Journey(system, 'buy', { steps: [shop().api.operation('Checkout')], peak: 10 })),
    once(() => new Journey(system, 'look', { steps: [shop().api.operation('GetBook')], peak: 40 })),
    ...[staging, production],
    once(() => {
      production().size(orders(), { replicas: { min: 4, max: 12 } });
    }),
    once(() => {
      production().size(data.prices(), { instanceClass: 'db.r8g.xlarge', instances: 3 });
    }),
    once(() => {
      production().size(data.pages(), { replicas: 2 });
    }),
  ];
  for (const declare of order(declarations)) declare();
  return { system, staging: staging(), production: production(), orders: orders() };
}

function once<T>(make: () => T): Declaration<T> {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function declareContexts(system: System) {
  const team = once(() => new Team(system, 'sales', { kind: 'stream-aligned', slack: '#sales' }));
  const logistics = once(
    () => new Team(system, 'logistics', { kind: 'stream-aligned', slack: '#logistics' }),
  );
  return {
    selling: once(() => new BoundedContext(system, 'selling', { team: team(), subdomain: 'core' })),
    storing: once(
      () => new BoundedContext(system, 'storing', { team: logistics(), subdomain: 'supporting' }),
    ),
  };
}

function declareServices({ selling, storing }: ReturnType<typeof declareContexts>, order: Order) {
  const common = (name: string) => ({
    image: `registry.example.com/books/${name}`,
    replicas: { min: 2, max: 6 },
    resources: RESOURCES,
    throughput: { perReplica: 50, peak: 100 },
  });
  return {
    shop: once(
      () =>
        new Service(selling(), 'shop', {
          ...common('shop'),
          api: Api.http({
            GetBook: { method: 'GET', path: '/books/{isbn}' },
            Checkout: { method: 'POST', path: '/checkout' },
          }),
          objective: { availability: '98%', latency: { p99: '200ms' } },
          config: Object.fromEntries(
            order([
              ['LOCALE', 'en'],
              ['CURRENCY', 'EUR'],
            ]),
          ),
        }),
    ),
    orders: once(
      () =>
        new Service(selling(), 'orders', {
          ...common('orders'),
          api: Api.grpc('books.v1.Orders', {
            PlaceOrder: { idempotent: true },
            GetOrder: { safe: true },
          }),
          objective: { availability: '99%', latency: { p99: '50ms' } },
        }),
    ),
    stock: once(
      () =>
        new Service(storing(), 'stock', {
          ...common('stock'),
          api: Api.http({
            GetCopies: { method: 'GET', path: '/books/{isbn}/copies' },
            ListBooks: { method: 'GET', path: '/books' },
            GetCopy: { method: 'GET', path: '/books/{isbn}/copies/{copy}' },
            Reserve: { method: 'POST', path: '/reservations' },
          }),
          objective: { availability: '99.5%', latency: { p99: '20ms' } },
        }),
    ),
    mailer: once(
      () =>
        new Service(storing(), 'mailer', {
          ...common('mailer'),
          replicas: { min: 1, max: 6 },
          objective: { availability: '98%' },
          secrets: { MAIL_KEY: 'mail-key' },
        }),
    ),
  };
}

type Services = ReturnType<typeof declareServices>;

function declareData({ shop, orders, stock, mailer }: Services) {
  return {
    orderData: once(
      () =>
        new PostgresDatabase(orders(), 'orders', {
          ...{ storage: '20Gi', poolPerReplica: 10, placement: HOME },
        }),
    ),
    prices: once(
      () =>
        new PostgresDatabase(stock(), 'price-list', {
          ...{ storage: '10Gi', poolPerReplica: 5 },
          placement: primary('us-east-1', { readers: 'everywhere' }),
        }),
    ),
    levels: once(
      () =>
        new DynamoTable(stock(), 'levels', {
          partitionKey: { name: 'isbn', type: 'S' },
          placement: activeActive({ conflict: 'last-writer-wins' }),
        }),
    ),
    pages: once(() => new RedisCache(shop(), 'pages', { placement: HOME })),
    sent: once(
      () =>
        new DynamoTable(mailer(), 'sent', {
          partitionKey: { name: 'order', type: 'S' },
          sortKey: { name: 'at', type: 'N' },
          timeToLive: 'expires',
          placement: HOME,
        }),
    ),
    letters: once(() => new ObjectBucket(mailer(), 'letters', { placement: HOME })),
    placed: once(
      () =>
        new Topic(orders(), 'order-placed', {
          ...{ partitions: 12, key: 'order', retention: '14d' as const, placement: HOME },
        }),
    ),
    changed: once(
      () => new Topic(stock(), 'stock-changed', { partitions: 6, key: 'isbn', placement: HOME }),
    ),
  };
}

function callsOf({ shop, orders, stock }: Services): readonly Declaration[] {
  const optional = { criticality: 'optional', fallback: 'cache' } as const;
  return [
    once(() =>
      shop().calls(orders().api.operation('PlaceOrder'), {
        during: ['Checkout'],
        timeout: '150ms',
        perTry: '60ms',
        retries: 1,
        criticality: 'required',
      }),
    ),
    once(() =>
      shop().calls(stock().api.operation('GetCopies'), {
        during: ['GetBook'],
        timeout: '40ms',
        ...optional,
      }),
    ),
    once(() =>
      shop().calls(stock().api.operation('ListBooks'), {
        during: ['GetBook'],
        timeout: '30ms',
        ...optional,
      }),
    ),
    once(() =>
      shop().calls(stock().api.operation('GetCopy'), {
        during: ['GetBook'],
        timeout: '30ms',
        ...optional,
      }),
    ),
    once(() =>
      orders().calls(stock().api.operation('Reserve'), {
        during: ['PlaceOrder'],
        timeout: '40ms',
        criticality: 'required',
      }),
    ),
  ];
}

function mailingOf(
  { mailer, orders }: Services,
  { placed, changed, sent, letters }: ReturnType<typeof declareData>,
): readonly Declaration[] {
  return [
    ...[sent, letters],
    once(() => {
      mailer().consumes(placed());
    }),
    once(() => {
      mailer().consumes(changed());
    }),
    once(() =>
      mailer().calls(orders().api.operation('GetOrder'), {
        timeout: '80ms',
        criticality: 'required',
      }),
    ),
  ];
}
