import { Api, Environment, Journey, Service, type HttpOperationProps } from '../../lib/model';
import { readSystem } from '../../lib/model';
import { planEdge, planRegionEdge } from '../../lib/plan/edge-plan';
import { indexSystem } from '../../lib/plan/index-of-system';
import { soundSystem, type Variation } from '../support/systems';
import { plainService, PLACE } from './plans';

function open(production: Variation['production'] = {}, journey = true) {
  const { system, web, production: environment } = soundSystem({ production });
  if (journey)
    new Journey(system, 'buy', {
      steps: [web.api.operation('Browse'), web.api.operation('Checkout')],
      peak: 1,
    });
  return { environment, index: indexSystem(readSystem(system)) };
}

describe('the edge of an environment', () => {
  test('has a host for the nearest region and one for its stand-in', () => {
    const { environment, index } = open();
    expect(planEdge(environment, index)).toStrictEqual({
      domain: 'production.shop.example.com',
      originHost: 'origin.production.shop.example.com',
      failoverHost: 'failover.production.shop.example.com',
      readPaths: ['/'],
    });
  });

  test('is below the domain of the environment', () => {
    const { environment, index } = open({ domain: 'shop.example.org' });
    expect(planEdge(environment, index)).toMatchObject({
      domain: 'shop.example.org',
      originHost: 'origin.shop.example.org',
    });
  });

  test.each([
    ['it is declared to have none', { edge: 'none' }, true],
    ['nobody outside speaks to the system', {}, false],
  ] as const)('is nothing where %s', (_why, production, journey) => {
    const { environment, index } = open(production, journey);
    expect(planEdge(environment, index)).toBeUndefined();
    expect(planRegionEdge(environment, 'eu-west-1', PLACE, index)).toBeUndefined();
  });
});

describe('the gate of a region', () => {
  const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;

  test('has names that say system and environment, and a role', () => {
    const { environment, index } = open();
    expect(planRegionEdge(environment, 'eu-west-1', PLACE, index)).toStrictEqual({
      domain: 'production.shop.example.com',
      originHost: 'origin.production.shop.example.com',
      failoverHost: 'failover.production.shop.example.com',
      loadBalancer: 'shop-production',
      targetGroup: 'shop-production',
      controllerRole: 'shop-production-eu-west-1-load-balancers',
    });
  });

  test('stands in for that of the region before, and the first for the last', () => {
    const { environment, index } = open({ regions: REGIONS });
    expect(
      REGIONS.map((region) => planRegionEdge(environment, region, PLACE, index)?.standsInFor),
    ).toStrictEqual(['us-west-2', 'eu-west-1', 'us-east-1']);
  });

  test('stands in for none where it is the only one', () => {
    const { environment, index } = open();
    expect(planRegionEdge(environment, 'eu-west-1', PLACE, index)).not.toHaveProperty(
      'standsInFor',
    );
  });

  test('has a name of 32 characters at most, and of another environment another', () => {
    const { environment, index } = open();
    const nameIn = (name: string) =>
      planRegionEdge(
        environment,
        'eu-west-1',
        { ...PLACE, system: 'x'.repeat(40), environment: name },
        index,
      )?.loadBalancer;
    expect(nameIn('live')).toHaveLength(32);
    expect(nameIn('live')).not.toBe(nameIn('test'));
  });
});

/** The patterns of reads, where the world may ask for operations of these methods and paths. */
function readPaths(...operations: readonly `${HttpOperationProps['method']} /${string}`[]) {
  const { system, context } = plainService();
  const named = operations.map((text, index) => {
    const [method, path] = text.split(' ') as [HttpOperationProps['method'], `/${string}`];
    return [`Do${index}`, { method, path }] as const;
  });
  const service = new Service<string>(context, 'web', {
    image: 'registry.example.com/shop/web',
    api: Api.http(Object.fromEntries(named)),
    replicas: { min: 2, max: 4 },
    resources: { cpu: '500m', memory: '512Mi' },
    throughput: { perReplica: 100, peak: 400 },
    objective: { availability: '99.9%' },
  });
  new Journey(system, 'all', {
    steps: named.map(([name]) => service.api.operation(name)),
    peak: 1,
  });
  const environment = new Environment(system, 'production', {
    ...{ account: '111122223333', protection: 'retain', regions: ['eu-west-1'] },
  });
  return planEdge(environment, indexSystem(readSystem(system)))?.readPaths;
}

describe('paths of reads', () => {
  test('are those of GET and HEAD, each once, in order, with wildcards for parameters', () => {
    expect(
      readPaths(
        ...(['GET /orders/{orderId}', 'HEAD /orders/{id}', 'GET /books', 'HEAD /about'] as const),
        ...([
          'OPTIONS /options',
          'PUT /put',
          'POST /post',
          'PATCH /patch',
          'DELETE /delete',
        ] as const),
        'GET /a/{b}/c/{d}',
      ),
    ).toStrictEqual(['/a/*/c/*', '/about', '/books', '/orders/*']);
  });

  test('are none where the world only writes', () => {
    expect(readPaths('POST /orders')).toStrictEqual([]);
  });

  test.each([
    ['GET /orders', 'POST /orders'],
    ['GET /orders/{id}', 'DELETE /orders/{id}'],
    ['GET /orders/{id}', 'POST /orders/{id}/lines'],
    ['GET /orders/{id}', 'POST /orders/drafts'],
    ['GET /users/me', 'PATCH /users/{id}'],
    ['GET /a/{x}/c', 'DELETE /a/b/{y}'],
    ['GET /a/{x}/d', 'DELETE /a/b/{y}/d'],
    ['GET /{page}', 'POST /orders'],
    ['GET /files/{name}.txt', 'PUT /files/{name}'],
    ['GET /files/a.txt', 'PUT /files/a.{ending}'],
  ] as const)('leave %s out, whose pattern would catch %s', (read, write) => {
    expect(readPaths(read, write)).toStrictEqual([]);
  });

  test.each([
    ['GET /orders', 'POST /orders/{id}', '/orders'],
    ['GET /orders/{id}', 'POST /orders', '/orders/*'],
    ['GET /users/me/photo', 'PATCH /users/{id}', '/users/me/photo'],
    ['GET /a/{x}/c', 'DELETE /a/{x}/d', '/a/*/c'],
    ['GET /orders.json', 'POST /orders-json', '/orders.json'],
    ['GET /a', 'POST /ab', '/a'],
    ['GET /ab', 'POST /a', '/ab'],
  ] as const)('keep %s beside %s', (read, write, pattern) => {
    expect(readPaths(read, write)).toStrictEqual([pattern]);
  });
});
