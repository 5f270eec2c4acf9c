import type { ShopChange } from '../support/shop-copies';

/** A flaw and the rule that is to find it. */
export type Flaw = readonly [rule: string, what: string, change: ShopChange];

const HOME = { kind: 'regional', partitionedBy: 'customer home region' } as const;
const REQUIRED = { criticality: 'required' } as const;

/** Flaws planted one by one into copies of the shop. */
export const FLAWS: readonly Flaw[] = [
  [
    'SLO-001',
    'orders promise more than what they are made of',
    {
      services: {
        'order-service': { objective: { availability: '99.99%', ownAvailability: '99.995%' } },
      },
    },
  ],
  [
    'SLO-002',
    'stock promises less than orders rely on',
    {
      services: {
        'inventory-service': { objective: { availability: '99.9%', ownAvailability: '99.995%' } },
      },
    },
  ],
  [
    'SLO-003',
    'orders promise to be faster than stock is',
    {
      services: {
        'order-service': {
          objective: {
            ...{ availability: '99.97%', ownAvailability: '99.995%' },
            latency: { p99: '27ms' },
          },
        },
      },
    },
  ],
  [
    'SLO-004',
    'two callees of orders may both be slow',
    {
      services: {
        'order-service': {
          objective: {
            ...{ availability: '99.97%', ownAvailability: '99.995%' },
            latency: { p99: '54ms' },
          },
        },
      },
    },
  ],
  [
    'TMO-001',
    'orders work for longer than the storefront waits',
    { services: { 'order-service': { processing: '16ms' } } },
  ],
  [
    'TMO-002',
    'orders wait for a price as long as they are waited for',
    { calls: { 'order-service > pricing-service.Quote': { timeout: '60ms', perTry: '25ms' } } },
  ],
  [
    'TMO-003',
    'a second try does not fit its timeout',
    { calls: { 'storefront > catalog-service.GetProduct': { perTry: '31ms' } } },
  ],
  [
    'TMO-004',
    'a price is given up before it usually comes',
    { calls: { 'storefront > pricing-service.Quote': { timeout: '11ms' } } },
  ],
  [
    'TMO-005',
    'a search outlives the patience of the gateway',
    { calls: { 'storefront > search-service.Search': { timeout: '15s' } } },
  ],
  [
    'RTY-001',
    'stock is reserved five times',
    {
      calls: {
        'order-service > inventory-service.ReserveStock': { perTry: '9ms', retries: 4 },
      },
    },
  ],
  [
    'RTY-002',
    'orders are tried again above stock that is tried again',
    {
      calls: {
        'storefront > order-service.PlaceOrder': {
          ...{ timeout: '130ms', perTry: '60ms', retries: 1 },
        },
      },
    },
  ],
  [
    'RTY-003',
    'a review is posted twice',
    {
      services: { 'review-service': { throughput: { perReplica: 120, peak: 470 } } },
      more: ({ catalog, customers }) =>
        customers.notifications.calls(catalog.reviews.api.operation('PostReview'), {
          ...{ timeout: '80ms', perTry: '30ms', retries: 1, rate: 1 },
          ...{ criticality: 'optional', fallback: 'queue' },
        }),
    },
  ],
  [
    'DB-001',
    'pools of orders are larger than their database',
    { databases: { orders: { poolPerReplica: 40 } } },
  ],
  [
    'DB-002',
    'the class of an instance is misspelt',
    {
      after: ({ landscape, payment }) => {
        for (const child of landscape.system.node.children)
          if (child.node.id === 'Environment.production') sizeWrong(child, payment.ledger);
      },
    },
  ],
  ['KFK-001', 'more consumers than partitions', { topics: { 'order-placed': { partitions: 6 } } }],
  [
    'KFK-002',
    'mails wait for an event that nobody publishes',
    {
      more: ({ model, customers, ordering }) => {
        const lost = new model.Topic(ordering.carts, 'cart-lost', {
          ...{ partitions: 12, key: 'cartId', placement: HOME },
        });
        customers.notifications.consumes(lost);
      },
    },
  ],
  [
    'KFK-004',
    'records are too large for their partitions',
    { topics: { 'user-changed': { recordSize: '8Mi' } } },
  ],
  [
    'KFK-005',
    'partitions for more brokers than a cluster has',
    { topics: { 'order-placed': { partitions: 84_000 } } },
  ],
  [
    'KFK-008',
    'an event that nobody follows',
    {
      more: ({ model, ordering: { orders } }) => {
        const cancelled = new model.Topic(orders, 'order-cancelled', {
          ...{ partitions: 60, key: 'orderId', placement: HOME },
        });
        const [placed] = orders.publications;
        orders.publishes(cancelled, placed?.outbox ? { outbox: placed.outbox } : {});
      },
    },
  ],
  [
    'KFK-009',
    'mails take too long for a batch',
    { services: { 'notification-service': { processing: '700ms' } } },
  ],
  [
    'ARC-001',
    'users and reviews need each other',
    {
      services: {
        'review-service': {
          handles: ['pii'],
          throughput: { perReplica: 120, peak: 470 },
          objective: { availability: '99%' },
        },
        'user-service': { objective: { availability: '99%' } },
      },
      more: ({ catalog: { reviews }, customers: { users } }) => {
        const timing = { timeout: '20ms', rate: 1, ...REQUIRED } as const;
        reviews.calls(users.api.operation('GetUser'), { during: ['ListReviews'], ...timing });
        users.calls(reviews.api.operation('PostReview'), {
          ...timing,
          ...{ during: ['PutUser'], timeout: '9ms' },
        });
      },
    },
  ],
  [
    'ARC-002',
    'an outbox in the store of another service',
    {
      more: ({ model, ordering: { orders }, payment: { ledger } }) => {
        const paid = new model.Topic(orders, 'order-paid', {
          ...{ partitions: 60, key: 'orderId', placement: HOME },
        });
        orders.publishes(paid, { outbox: ledger });
      },
    },
  ],
  [
    'ARC-003',
    'mails are noted and told without an outbox',
    {
      services: { 'notification-service': { objective: { availability: '99%' } } },
      more: ({ model, customers: { notifications } }) => {
        const sent = new model.Topic(notifications, 'mail-sent', {
          ...{ partitions: 12, key: 'mailId', placement: HOME },
        });
        notifications.publishes(sent);
      },
    },
  ],
  [
    'ARC-006',
    'a sent mail changes two stores',
    {
      more: ({ model, ordering: { orderPlaced }, customers: { notifications } }) => {
        const table = (name: string) =>
          new model.DynamoTable(notifications, name, {
            ...{ partitionKey: { name: 'id', type: 'S' }, placement: HOME },
          });
        notifications.changes(orderPlaced, table('sent'), table('counted'));
      },
    },
  ],
  [
    'DAT-001',
    'nobody says where a topic lives',
    { topics: { 'stock-changed': { placement: undefined } } },
  ],
  ['REL-001', 'nothing is released', { environments: { production: { releases: {} } } }],
  [
    'NET-001',
    'both environments have the same addresses',
    { environments: { staging: { cidr: '10.0.0.0/16' } } },
  ],
  [
    'CFG-001',
    'an address is set by hand',
    { services: { 'order-service': { config: { INVENTORY_SERVICE_ADDRESS: 'stock:8080' } } } },
  ],
  [
    'CAP-001',
    'prices are asked for more often than they can be told',
    { services: { 'pricing-service': { throughput: { perReplica: 200, peak: 2_401 } } } },
  ],
  [
    'CAP-002',
    'the storefront searches more than search expects',
    { calls: { 'storefront > search-service.Search': { rate: 401 } } },
  ],
  [
    'CAP-003',
    'reviews do not survive a bad wave',
    { services: { 'review-service': { throughput: { perReplica: 120, peak: 481 } } } },
  ],
  [
    'CAP-005',
    'a replica of orders holds less than it handles',
    {
      services: {
        'order-service': { throughput: { perReplica: 50, peak: 240, concurrency: 2 } },
      },
    },
  ],
  [
    'COST-001',
    'search answers with pictures',
    { calls: { 'storefront > search-service.Search': { payload: '64Ki' } } },
  ],
  [
    'TEAM-002',
    'one team gets a core context more',
    {
      more: ({ model, landscape: { customers, system } }) =>
        new model.BoundedContext(system, 'loyalty', { team: customers, subdomain: 'core' }),
    },
  ],
];

function sizeWrong(environment: unknown, database: unknown): void {
  const size: unknown =
    typeof environment === 'object' && environment !== null && Reflect.get(environment, 'size');
  if (typeof size !== 'function') throw new Error('production is no environment');
  Reflect.apply(size, environment, [database, { instanceClass: 'db.r8.large' }]);
}
