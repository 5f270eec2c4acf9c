import {
  activeActive,
  Api,
  BoundedContext,
  DynamoTable,
  Environment,
  Journey,
  PostgresDatabase,
  RedisCache,
  regional,
  Service,
  System,
  Team,
  Topic,
  type Call,
  type EnvironmentProps,
  type Placement,
} from '../../../lib/model';
import type { BytesText } from '../../../lib/core/units';
import { readSystem } from '../../../lib/model/view';
import { indexSystem } from '../../../lib/plan/index-of-system';

/** What a test changes in the bakery. */
export interface BakeryOptions {
  readonly production?: Partial<EnvironmentProps>;
  /** Where the ledger lives. */
  readonly ledger?: Exclude<Placement, { readonly kind: 'active-active' }>;
  /** Whether orders are published without an outbox. */
  readonly directly?: boolean;
  /** Whether the topic is written in one region. */
  readonly topic?: Exclude<Placement, { readonly kind: 'active-active' }>;
  readonly optionalLedger?: boolean;
  /** Bytes of the calls that the shop makes. */
  readonly payload?: BytesText;
}

const HOME = regional({ partitionedBy: 'home' });
const COMMON = {
  image: 'registry.example.com/bakery/any',
  resources: { cpu: '250m', memory: '256Mi' },
  replicas: { min: 3, max: 9 },
  throughput: { perReplica: 100, peak: 200 },
  objective: { availability: '99%', ownAvailability: '99.9%', latency: { p99: '50ms' } },
} as const;

/**
 * The shop asks the till, which asks the ledger service; prices are nice to have; the oven works off orders.
 *
 *     shop.Buy -> till.Pay -> books.Book      (required)
 *     shop.Buy, shop.Look -> prices.Quote     (optional)
 *     oven consumes orders of till
 */
export function bakery(options: BakeryOptions = {}) {
  const system = new System('bakery', { domain: 'bakery.example.com' });
  const team = new Team(system, 'bakers', { kind: 'stream-aligned', slack: '#bakers' });
  const context = new BoundedContext(system, 'selling', { team, subdomain: 'core' });
  const shop = new Service(context, 'shop', {
    ...COMMON,
    api: Api.http({ Buy: { method: 'POST', path: '/buy' }, Look: { method: 'GET', path: '/' } }),
    processing: '10ms',
  });
  const till = new Service(context, 'till', { ...COMMON, api: Api.grpc('b.v1.Till', { Pay: {} }) });
  const books = new Service(context, 'books', {
    ...COMMON,
    api: Api.grpc('b.v1.Books', { Book: { idempotent: true }, Read: { safe: true } }),
  });
  const prices = new Service(context, 'prices', {
    ...COMMON,
    api: Api.grpc('b.v1.Prices', { Quote: { safe: true } }),
  });
  const oven = new Service(context, 'oven', COMMON);
  const ledger = new PostgresDatabase(books, 'ledger', {
    storage: '10Gi',
    poolPerReplica: 5,
    placement: options.ledger ?? HOME,
    ...(options.optionalLedger === true && { criticality: 'optional' as const }),
  });
  const lists = new DynamoTable(prices, 'lists', {
    partitionKey: { name: 'id', type: 'S' },
    placement: activeActive({ conflict: 'last-writer-wins' }),
  });
  const receipts = new DynamoTable(till, 'receipts', {
    partitionKey: { name: 'id', type: 'S' },
    placement: activeActive({ conflict: 'last-writer-wins' }),
  });
  const pages = new RedisCache(shop, 'pages', { placement: HOME });
  const orders = new Topic(till, 'orders', {
    partitions: 6,
    key: 'id',
    placement: options.topic ?? HOME,
  });
  till.publishes(orders, options.directly === true ? {} : { outbox: receipts });
  oven.consumes(orders);
  const payload = options.payload === undefined ? {} : { payload: options.payload };
  const pay = shop.calls(till.api.operation('Pay'), {
    ...{ during: ['Buy'], timeout: '200ms', parallel: 'all', criticality: 'required' },
    ...payload,
  });
  const quote: Call = shop.calls(prices.api.operation('Quote'), {
    ...{ timeout: '60ms', parallel: 'all', criticality: 'optional', fallback: 'cache' },
    ...payload,
  });
  const book = till.calls(books.api.operation('Book'), {
    timeout: '90ms',
    criticality: 'required',
  });
  new Journey(system, 'look', { steps: [shop.api.operation('Look')], peak: 30 });
  new Journey(system, 'buy', {
    steps: [shop.api.operation('Look'), shop.api.operation('Buy')],
    peak: 10,
  });
  const production = new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: ['eu-west-1', 'us-east-1', 'ap-northeast-2'],
    ...options.production,
  });
  return {
    ...{ system, context, shop, till, books, prices, oven, ledger, lists, pages, orders },
    ...{ production, pay, quote, book },
    index: () => indexSystem(readSystem(system)),
  };
}
