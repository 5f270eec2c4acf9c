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
  regional,
  Service,
  System,
  Team,
  Topic,
  type EnvironmentProps,
  type SystemProps,
} from '../../lib/model';
import { planSystem, type EnvironmentPlan, type SystemPlan } from '../../lib/plan';

/** What a test changes in the market. */
export interface MarketOptions {
  readonly system?: Partial<SystemProps>;
  readonly live?: Partial<EnvironmentProps>;
  /** Whether teams may spend only so much. */
  readonly budgets?: boolean;
  /** Whether a journey leads in from outside. */
  readonly journey?: boolean;
}

export interface Market {
  readonly system: System;
  readonly live: Environment;
}

const REGIONS = ['eu-west-1', 'us-east-1', 'ap-northeast-2'] as const;
const COMMON = {
  replicas: { min: 2, max: 4 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 50, peak: 100 },
  objective: { availability: '90%' },
} as const;

/** Two services of two teams in three retained regions, with data of all placements, a repository and a registry. */
export function market(options: MarketOptions = {}): Market {
  const { budgets = true, journey = true } = options;
  const system = new System('market', {
    domain: 'market.example.com',
    repository: 'example/market',
    registry: { account: '111122223333', region: 'eu-west-1' },
    ...options.system,
  });
  const sales = new Team(system, 'sales', {
    ...{ kind: 'stream-aligned', slack: '#sales' },
    onCall: 'mailto:sales@example.com',
  });
  const depot = new Team(system, 'depot', {
    ...{ kind: 'stream-aligned', slack: '#depot' },
    onCall: 'https://example.com/hooks/depot',
  });
  const selling = new BoundedContext(system, 'selling', { team: sales, subdomain: 'core' });
  const storing = new BoundedContext(system, 'storing', { team: depot, subdomain: 'core' });
  const shop = new Service(selling, 'shop', {
    ...COMMON,
    image: 'registry.example.com/market/shop',
    api: Api.http({
      Browse: { method: 'GET', path: '/goods/{id}' },
      Buy: { method: 'POST', path: '/orders' },
    }),
    secrets: { PAY_KEY: 'pay-key' },
  });
  const prices = new Service(storing, 'prices', {
    ...COMMON,
    image: 'registry.example.com/market/prices',
    api: Api.grpc('market.v1.Prices', { Quote: { safe: true } }),
  });
  const everywhere = primary('eu-west-1', { readers: 'everywhere' });
  const lists = new PostgresDatabase(prices, 'lists', {
    ...{ storage: '50Gi', poolPerReplica: 5, placement: everywhere },
  });
  new DynamoTable(shop, 'carts', {
    partitionKey: { name: 'id', type: 'S' },
    placement: activeActive({ conflict: 'last-writer-wins' }),
  });
  new ObjectBucket(shop, 'bills', {
    placement: regional({ partitionedBy: 'customer home region' }),
  });
  new ObjectBucket(shop, 'reports', {
    placement: activeActive({ conflict: 'last-writer-wins' }),
  });
  new ObjectBucket(prices, 'leaflets', { placement: everywhere });
  const changed = new Topic(prices, 'price-changed', {
    ...{ partitions: 6, key: 'id', placement: everywhere },
  });
  prices.publishes(changed, { outbox: lists });
  shop.consumes(changed);
  shop.calls(prices.api.operation('Quote'), { timeout: '50ms', criticality: 'required' });
  if (journey)
    new Journey(system, 'buy', {
      steps: [shop.api.operation('Browse'), shop.api.operation('Buy')],
      peak: 10,
    });
  const live = new Environment(system, 'live', {
    ...{ account: '111122223333', protection: 'retain', regions: REGIONS },
    ...options.live,
  });
  if (budgets) live.budget(sales, { monthly: 1_000 });
  return { system, live };
}

/** Plans the market, and its only environment. */
export function planMarket(options?: MarketOptions): {
  readonly plan: SystemPlan;
  readonly live: EnvironmentPlan;
} {
  const plan = planSystem(market(options).system);
  const [live] = plan.environments;
  if (live === undefined) throw new Error('the market has no environment');
  return { plan, live };
}
