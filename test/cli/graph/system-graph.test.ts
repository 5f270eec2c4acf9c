import { formatMermaid } from '../../../lib/cli/graph/mermaid';
import { systemGraph } from '../../../lib/cli/graph/system-graph';
import {
  Api,
  BoundedContext,
  DynamoTable,
  readSystem,
  RedisCache,
  Service,
  System,
  Team,
} from '../../../lib/model';
import { smallShop } from '../support/small-shop';

describe('systemGraph', () => {
  it('puts everything into its context and draws what is declared between', () => {
    expect(formatMermaid(systemGraph(readSystem(smallShop())))).toBe(
      [
        'flowchart LR',
        '  subgraph context_1["ordering"]',
        '    service_mail_worker["mail-worker"]',
        '    service_order_service["order-service"]',
        '    topic_order_placed{{"order-placed"}}',
        '    postgresDatabase_orders[("orders")]',
        '    objectBucket_templates[/"templates"\\]',
        '  end',
        '  subgraph context_2["stock"]',
        '    service_inventory_service["inventory-service"]',
        '    dynamoTable_items[("items")]',
        '    redisCache_pages(["pages"])',
        '  end',
        '  service_order_service -.->|"Release"| service_inventory_service',
        '  service_order_service -->|"CheckStock, Reserve"| service_inventory_service',
        '  topic_order_placed ==> service_inventory_service',
        '  topic_order_placed ==> service_mail_worker',
        '  service_order_service ==> topic_order_placed',
        '  service_inventory_service --- dynamoTable_items',
        '  service_order_service --- postgresDatabase_orders',
        '  service_inventory_service -.- redisCache_pages',
        '  service_mail_worker --- objectBucket_templates',
      ].join('\n'),
    );
  });

  it('gives stores of one name different ids, whatever the order of declaration', () => {
    const build = (names: readonly string[]): readonly string[] => {
      const { system, context } = oneContext();
      for (const name of names) {
        const owner = worker(context, name);
        new DynamoTable(owner, 'items', { partitionKey: { name: 'id', type: 'S' } });
        new RedisCache(owner, 'items');
      }
      return systemGraph(readSystem(system)).nodes.map(({ id }) => id);
    };

    expect(build(['carts', 'orders'])).toStrictEqual([
      'service_carts',
      'service_orders',
      'dynamoTable_items',
      'redisCache_items',
      'dynamoTable_items_2',
      'redisCache_items_2',
    ]);
    expect(build(['orders', 'carts'])).toStrictEqual(build(['carts', 'orders']));
  });

  it('draws a system whose names are not allowed, with legal ids and harmless labels', () => {
    const { system, context } = oneContext();
    const callee = new Service(context, 'a"] & <b>`#', {
      ...WORKER,
      api: Api.grpc('x.Y', { Do: {} }),
    });
    worker(context, 'end').calls(callee.api.operation('Do'), {
      timeout: '1s',
      criticality: 'required',
    });

    const [, , bad, good, , edge] = formatMermaid(systemGraph(readSystem(system))).split('\n');

    expect(bad).toBe('    service_a______b___["a#34;] #38; #60;b#62;#96;#35;"]');
    expect(good).toBe('    service_end["end"]');
    expect(edge).toBe('  service_end -->|"Do"| service_a______b___');
  });
});

const WORKER = {
  image: 'shop/worker',
  replicas: { min: 1, max: 1 },
  resources: { cpu: '100m', memory: '64Mi' },
  throughput: { perReplica: 1, peak: 1 },
  objective: { availability: '99%' },
} as const;

function worker(context: BoundedContext, name: string): Service {
  return new Service(context, name, WORKER);
}

function oneContext(): { readonly system: System; readonly context: BoundedContext } {
  const system = new System('shop', { domain: 'shop.example.com' });
  const team = new Team(system, 'commerce', { kind: 'platform', slack: '#commerce' });
  return { system, context: new BoundedContext(system, 'ordering', { team, subdomain: 'core' }) };
}
