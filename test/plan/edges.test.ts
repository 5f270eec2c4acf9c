import {
  Journey,
  readSystem,
  type CallTiming,
  type Environment,
  type Service,
} from '../../lib/model';
import { connectionPool, inboundEdges, outboundEdges, peerOf } from '../../lib/plan/edges';
import { indexSystem } from '../../lib/plan/index-of-system';
import { addService, emptyContext, soundSystem, type Variation } from '../support/systems';

const required = { timeout: '1s', criticality: 'required' } as const;

test('a workload is its service in its context', () => {
  expect(peerOf(soundSystem().orders)).toStrictEqual({ name: 'orders', namespace: 'ordering' });
});

describe('what a service receives', () => {
  test('is each call with its operation and patience', () => {
    const { system, orders } = soundSystem({ call: { retries: 2 } });
    expect(inboundEdges(indexSystem(readSystem(system)), orders)).toStrictEqual([
      {
        caller: { name: 'web', namespace: 'ordering' },
        operation: {
          name: 'PlaceOrder',
          protocol: 'grpc',
          method: 'POST',
          path: '/shop.v1.Orders/PlaceOrder',
          safe: false,
          idempotent: true,
        },
        timeout: 60,
        perTry: 50,
        retries: 2,
      },
    ]);
  });

  test('is nothing where the operation does not exist', () => {
    const { system, context } = emptyContext();
    const stock = addService(context, 'stock');
    const web = addService(context, 'web');
    // @ts-expect-error -- misspelt
    web.calls(stock.api.operation('Undo'), required);
    const index = indexSystem(readSystem(system));
    expect(inboundEdges(index, stock)).toStrictEqual([]);
  });
});

describe('what a service calls', () => {
  test('is each callee once, with what is done without it', () => {
    const { system, web, orders } = soundSystem({
      weight: { criticality: 'optional', fallback: 'queue' },
    });
    web.calls(orders.api.operation('Cancel'), required);
    expect(outboundEdges(indexSystem(readSystem(system)), web)).toStrictEqual([
      {
        callee: { name: 'orders', namespace: 'ordering' },
        host: 'orders.ordering.svc.cluster.local',
        port: 9090,
        fallbacks: { PlaceOrder: 'queue' },
      },
    ]);
  });

  test('is reached on the port of its protocol', () => {
    const { system, context, web } = soundSystem();
    const job = addService(context, 'job');
    job.calls(web.api.operation('Browse'), required);
    expect(outboundEdges(indexSystem(readSystem(system)), job)).toMatchObject([{ port: 8080 }]);
  });
});

describe('the pool of a callee', () => {
  interface Changes extends Variation {
    readonly perReplica?: number;
    readonly peak?: number;
  }

  function pool(
    timing: Partial<CallTiming<'Checkout' | 'Browse'>>,
    { perReplica = 1_000, peak = 5_000, ...vary }: Changes = {},
    before: (system: { web: Service; production: Environment }) => void = () => undefined,
  ) {
    const sound = soundSystem({ web: { throughput: { perReplica, peak } }, call: timing, ...vary });
    before(sound);
    return connectionPool(indexSystem(readSystem(sound.system)), sound.production, sound.orders);
  }

  test("holds twice what one replica of the caller has in flight: 1000 a second x 50 ms, by Little's law", () => {
    expect(pool({})).toStrictEqual({ maxRequests: 100, maxPending: 100, maxRetries: 20 });
  });

  test('is never smaller than a caller needs to begin', () => {
    expect(pool({}, { perReplica: 160 })).toStrictEqual({
      maxRequests: 16,
      maxPending: 16,
      maxRetries: 4,
    });
    expect(pool({}, { perReplica: 161 })).toMatchObject({ maxRequests: 17 });
  });

  test('takes the share of requests that make the call', () => {
    expect(pool({ rate: 2_500 })).toMatchObject({ maxRequests: 50 });
    expect(pool({ rate: 10_000 })).toMatchObject({ maxRequests: 200 });
  });

  test('takes the patience of the caller where the callee promises no latency', () => {
    const orders = { objective: { availability: '99.9%' } } as const;
    expect(pool({ perTry: '30ms' }, { orders })).toMatchObject({ maxRequests: 60 });
    expect(pool({ perTry: undefined }, { orders })).toMatchObject({ maxRequests: 120 });
  });

  test('adds up the calls of one caller', () => {
    const { system, web, orders, production } = soundSystem({
      web: { throughput: { perReplica: 1_000, peak: 5_000 } },
    });
    web.calls(orders.api.operation('Cancel'), required);
    const index = indexSystem(readSystem(system));
    expect(connectionPool(index, production, orders)).toMatchObject({ maxRequests: 200 });
  });

  test('is that of the busiest caller, not of all: it holds for each of their proxies', () => {
    const { system, context, orders, production } = soundSystem({
      web: { throughput: { perReplica: 1_000, peak: 5_000 } },
    });
    const job = addService(context, 'job', { throughput: { perReplica: 400, peak: 400 } });
    job.calls(orders.api.operation('Cancel'), required);
    const index = indexSystem(readSystem(system));
    expect(connectionPool(index, production, orders)).toMatchObject({ maxRequests: 100 });
  });

  test('grows with what a replica does in an environment, whatever the peak there', () => {
    expect(
      pool({ rate: 2_500 }, {}, ({ web, production }) => {
        production.size(web, { throughput: { perReplica: 2_000, peak: 50_000 } });
      }),
    ).toMatchObject({ maxRequests: 100 });
  });

  test('carries what the gateway sends, all of it over one replica of the gateway', () => {
    const { system, web, production } = soundSystem({
      web: { objective: { availability: '99.5%', latency: { p99: '100ms' } } },
    });
    const [browse, checkout] = [web.api.operation('Browse'), web.api.operation('Checkout')];
    new Journey(system, 'buy', { steps: [browse, checkout, browse], peak: 400 });
    new Journey(system, 'look', { steps: [browse], peak: 300 });
    const index = indexSystem(readSystem(system));
    expect(connectionPool(index, production, web)).toStrictEqual({
      maxRequests: 300,
      maxPending: 300,
      maxRetries: 60,
    });
  });

  test('assumes a second where the gateway sends and no latency is promised', () => {
    const { system, web, production } = soundSystem();
    new Journey(system, 'look', { steps: [web.api.operation('Browse')], peak: 30 });
    const index = indexSystem(readSystem(system));
    expect(connectionPool(index, production, web)).toMatchObject({ maxRequests: 60 });
  });

  test('of a service that nobody calls is the smallest', () => {
    const { system, web, production } = soundSystem();
    const index = indexSystem(readSystem(system));
    expect(connectionPool(index, production, web)).toStrictEqual({
      maxRequests: 16,
      maxPending: 16,
      maxRetries: 4,
    });
  });
});
