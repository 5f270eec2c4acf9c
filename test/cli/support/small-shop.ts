import {
  Api,
  BoundedContext,
  DynamoTable,
  Environment,
  ObjectBucket,
  PostgresDatabase,
  RedisCache,
  Service,
  System,
  Team,
  Topic,
  activeActive,
  primary,
  regional,
} from '../../../lib/model';

export const DIGEST = `sha256:${'a'.repeat(64)}`;

const SIZE = {
  replicas: { min: 3, max: 30 },
  resources: { cpu: '500m', memory: '512Mi' },
  throughput: { perReplica: 200, peak: 1500 },
} as const;

/** Three services in two contexts, with one of everything, in two environments. */
export function smallShop(): System {
  const system = new System('shop', { domain: 'shop.example.com' });
  const commerce = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#commerce' });
  const base = new Team(system, 'base', { kind: 'platform', slack: '#base' });
  const stock = new BoundedContext(system, 'stock', { team: base, subdomain: 'supporting' });
  const ordering = new BoundedContext(system, 'ordering', { team: commerce, subdomain: 'core' });
  ordering.relatesTo(stock, { pattern: 'customer-supplier' });

  const inventory = new Service(stock, 'inventory-service', {
    ...SIZE,
    image: 'shop/inventory-service',
    api: Api.grpc('shop.inventory.v1.InventoryService', {
      Reserve: {},
      CheckStock: { safe: true },
      Release: {},
    }),
    objective: { availability: '99.9%', ownAvailability: '99.99%' },
  });
  const orders = new Service(ordering, 'order-service', {
    ...SIZE,
    image: 'shop/order-service',
    api: Api.http({ PlaceOrder: { method: 'POST', path: '/orders' } }),
    objective: { availability: '99.95%', latency: { p99: '100ms' } },
  });
  const mails = new Service(ordering, 'mail-worker', {
    ...SIZE,
    image: 'shop/mail-worker',
    objective: { availability: '99%' },
  });
  orders.calls(inventory.api.operation('Reserve'), { timeout: '60ms', criticality: 'required' });
  orders.calls(inventory.api.operation('CheckStock'), { timeout: '60ms', criticality: 'required' });
  orders.calls(inventory.api.operation('Release'), {
    timeout: '60ms',
    criticality: 'optional',
    fallback: 'queue',
  });

  new PostgresDatabase(orders, 'orders', {
    storage: '100Gi',
    poolPerReplica: 10,
    placement: primary('eu-west-1', { readers: 'everywhere' }),
  });
  new DynamoTable(inventory, 'items', {
    partitionKey: { name: 'itemId', type: 'S' },
    placement: activeActive({ conflict: 'last-writer-wins' }),
  });
  new RedisCache(inventory, 'pages', { placement: regional({ partitionedBy: 'nothing' }) });
  new ObjectBucket(mails, 'templates');
  const placed = new Topic(orders, 'order-placed', { partitions: 30, key: 'orderId' });
  orders.publishes(placed);
  mails.consumes(placed);
  inventory.consumes(placed);

  environments(system, orders);
  orders.acknowledge('RTY-002', { reason: 'the callee is idempotent', until: '2026-06-30' });
  mails.acknowledge('SLO-001', { reason: 'measured first', until: '2026-03-31' });
  return system;
}

function environments(system: System, orders: Service): void {
  const production = new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: ['ap-northeast-2', 'eu-west-1'],
    waves: [['eu-west-1'], ['ap-northeast-2']],
    releases: { 'order-service': DIGEST, 'mail-worker': { 'eu-west-1': DIGEST } },
  });
  production.size(orders, { replicas: { min: 6, max: 60 } });
  const staging = new Environment(system, 'staging', {
    account: '111122223333',
    protection: 'disposable',
    regions: ['eu-west-1'],
    cidr: '10.16.0.0/12',
  });
  staging.existing('eu-west-1', {
    network: {
      vpcId: 'vpc-1',
      cidr: '10.64.0.0/16',
      privateSubnetIds: ['subnet-1', 'subnet-2'],
      dataSubnetIds: ['subnet-3', 'subnet-4'],
      dataSubnetCidrs: ['10.64.0.0/24', '10.64.1.0/24'],
    },
    cluster: {
      name: 'shared',
      securityGroupId: 'sg-1',
      secretsRoleArn: 'arn:aws:iam::111122223333:role/secrets',
    },
    kafka: {
      clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shared/1',
      bootstrapBrokers: 'b-1.example.com:9098',
    },
  });
}
