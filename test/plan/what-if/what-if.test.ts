import { primary } from '../../../lib/model';
import type { Failure } from '../../../lib/plan/what-if/failure';
import { whatIf } from '../../../lib/plan/what-if/what-if';
import { bakery, type BakeryOptions } from './bakery';

type Bakery = ReturnType<typeof bakery>;

function ask(failure: (bakery: Bakery) => Failure, options: BakeryOptions = {}) {
  const made = bakery(options);
  return whatIf(made.index(), made.production, failure(made));
}

const journeys = (impact: ReturnType<typeof ask>) =>
  Object.fromEntries(impact.journeys.map(({ journey, effect }) => [journey, effect]));
const why = (impact: ReturnType<typeof ask>, service: string, operation: string) => {
  const hit = impact.operations.find(
    (each) => each.service === service && each.operation === operation,
  );
  return hit && `${hit.effect}: ${hit.why}`;
};

describe('a service that is down', () => {
  const impact = ask(() => ({ kind: 'service', service: 'books' }));

  it('breaks the journeys that need it, over however many required calls', () => {
    expect(journeys(impact)).toStrictEqual({ buy: 'breaks', look: 'untouched' });
    expect(impact.journeys[0]?.steps).toStrictEqual([
      {
        service: 'shop',
        operation: 'Buy',
        effect: 'breaks',
        path: [
          { service: 'till', operation: 'Pay' },
          { service: 'books', operation: 'Book' },
        ],
        why: 'books is down',
      },
    ]);
  });

  it('hits all its operations, and those that lead to them, in order of name', () => {
    expect(
      impact.operations.map(({ service, operation }) => `${service}.${operation}`),
    ).toStrictEqual(['books.Book', 'books.Read', 'shop.Buy', 'till.Pay']);
  });

  it('moves no load', () => {
    expect(impact.capacity).toStrictEqual([]);
  });

  it('degrades journeys that have a fallback, and says which', () => {
    const optional = ask(() => ({ kind: 'service', service: 'prices' }));

    expect(journeys(optional)).toStrictEqual({ buy: 'degrades', look: 'degrades' });
    expect(optional.journeys[1]?.steps[0]).toStrictEqual({
      service: 'shop',
      operation: 'Look',
      effect: 'degrades',
      path: [{ service: 'prices', operation: 'Quote', fallback: 'cache' }],
      why: 'prices is down',
    });
  });

  it('silences the topics it publishes, and those who follow them get nothing', () => {
    expect(ask(() => ({ kind: 'service', service: 'till' })).events).toStrictEqual([
      { topic: 'orders', service: 'till', what: 'not published' },
      { topic: 'orders', service: 'oven', what: 'nothing new comes' },
    ]);
  });

  it('leaves events waiting that it would handle', () => {
    expect(ask(() => ({ kind: 'service', service: 'oven' })).events).toStrictEqual([
      { topic: 'orders', service: 'oven', what: 'not handled', keptMs: 604_800_000 },
    ]);
  });
});

describe('a store that is down', () => {
  it('breaks its service where it is required', () => {
    const impact = ask(({ ledger }) => ({ kind: 'store', store: ledger }));

    expect(journeys(impact)).toStrictEqual({ buy: 'breaks', look: 'untouched' });
    expect(why(impact, 'books', 'Read')).toBe('breaks: store ledger is down');
  });

  it('degrades its service where it is optional, and that goes on over required calls', () => {
    const impact = ask(({ ledger }) => ({ kind: 'store', store: ledger }), {
      optionalLedger: true,
    });

    expect(journeys(impact)).toStrictEqual({ buy: 'degrades', look: 'untouched' });
    expect(why(impact, 'shop', 'Buy')).toBe('degrades: store ledger is down');
  });
});

describe('a topic that takes no records', () => {
  it('touches nobody who publishes by an outbox', () => {
    const impact = ask(({ orders }) => ({ kind: 'topic', topic: orders }));

    expect(journeys(impact)).toStrictEqual({ buy: 'untouched', look: 'untouched' });
    expect(impact.events).toStrictEqual([
      { topic: 'orders', service: 'till', what: 'waits in the outbox' },
      { topic: 'orders', service: 'oven', what: 'nothing new comes' },
    ]);
  });

  it('breaks who publishes directly', () => {
    const impact = ask(({ orders }) => ({ kind: 'topic', topic: orders }), { directly: true });

    expect(journeys(impact)).toStrictEqual({ buy: 'breaks', look: 'untouched' });
    expect(why(impact, 'till', 'Pay')).toBe('breaks: cannot publish orders, and has no outbox');
    expect(impact.events[0]).toMatchObject({ service: 'till', what: 'not published' });
  });
});

describe('a zone that is lost', () => {
  const zone = (): Failure => ({ kind: 'zone', region: 'eu-west-1' });

  it('touches nothing that is spread over zones', () => {
    const impact = ask(zone);

    expect(journeys(impact)).toStrictEqual({ buy: 'untouched', look: 'untouched' });
    expect(impact.operations).toStrictEqual([]);
  });

  it('may take the only replica of a service, and two of two zones take one', () => {
    const made = bakery();
    made.production.size(made.books, { replicas: { min: 1, max: 9 } });
    made.production.size(made.till, { replicas: { min: 2, max: 9 } });
    const impact = whatIf(made.index(), made.production, zone());

    expect(why(impact, 'books', 'Book')).toBe(
      'breaks: at its fewest books has one replica, which may stand in the zone',
    );
    expect(why(impact, 'till', 'Pay')).toBe(
      'breaks: at its fewest books has one replica, which may stand in the zone',
    );
  });

  it('may take a database that stands in one zone', () => {
    const made = bakery();
    made.production.size(made.ledger, { instances: 1 });
    const impact = whatIf(made.index(), made.production, zone());

    expect(why(impact, 'books', 'Read')).toBe(
      'breaks: store ledger stands in one zone, which may be the one',
    );
  });

  it('takes no database that has no part in the region', () => {
    const made = bakery({ ledger: primary('us-east-1') });
    made.production.size(made.ledger, { instances: 1 });

    expect(whatIf(made.index(), made.production, zone()).operations).toStrictEqual([]);
  });

  it('leaves of the fewest and of the most replicas what stands in the other zones', () => {
    const made = bakery();
    const size = (service: Bakery['shop'], min: number, max: number) => {
      made.production.size(service, { replicas: { min, max } });
    };
    size(made.shop, 3, 9);
    made.production.size(made.till, { replicas: { min: 2, max: 3 } });
    made.production.size(made.prices, { replicas: { min: 2, max: 2 } });
    const { capacity } = whatIf(made.index(), made.production, zone());
    const of = (name: string) => capacity.find(({ service }) => service === name);

    expect(of('shop')).toStrictEqual({
      service: 'shop',
      atOnce: { load: 200, handled: 200 },
      inTheEnd: { load: 200, handled: 600 },
      verdict: 'carried',
    });
    expect(of('till')).toMatchObject({
      atOnce: { handled: 100 },
      inTheEnd: { handled: 200 },
      verdict: 'carried in the end',
    });
    expect(of('prices')).toMatchObject({ inTheEnd: { handled: 100 }, verdict: 'too much' });
  });

  it('counts the zones of a network that exists', () => {
    const made = bakery();
    made.production.existing('eu-west-1', {
      network: {
        vpcId: 'vpc-1',
        cidr: '10.64.0.0/16',
        privateSubnetIds: ['subnet-1', 'subnet-2'],
        dataSubnetIds: ['subnet-3', 'subnet-4'],
        dataSubnetCidrs: ['10.64.0.0/24', '10.64.1.0/24'],
      },
    });
    const { capacity } = whatIf(made.index(), made.production, zone());

    expect(capacity[0]?.atOnce).toStrictEqual({ load: 200, handled: 100 });
  });
});

describe('a region that is lost', () => {
  const region = (): Failure => ({ kind: 'region', region: 'eu-west-1' });
  const LEDGER = 'records of store ledger that live in eu-west-1 are away (by home)';

  it('takes the records that live there, and leaves caches and active-active stores', () => {
    const impact = ask(region);

    expect(journeys(impact)).toStrictEqual({ buy: 'breaks in part', look: 'untouched' });
    expect(why(impact, 'books', 'Read')).toBe(`breaks in part: ${LEDGER}`);
    expect(impact.journeys[0]?.steps[0]?.why).toBe(LEDGER);
    expect(impact.operations.map(({ service }) => service)).not.toContain('prices');
  });

  it('stops the writes of a primary until a region is promoted, and no reads', () => {
    const impact = ask(region, { ledger: primary('eu-west-1', { readers: 'everywhere' }) });

    expect(why(impact, 'books', 'Book')).toBe(
      'breaks: store ledger takes no writes until a region is promoted',
    );
    expect(why(impact, 'books', 'Read')).toBeUndefined();
    expect(journeys(impact)).toStrictEqual({ buy: 'breaks', look: 'untouched' });
  });

  it('asks what an operation changes, where that is said', () => {
    const made = bakery({ ledger: primary('eu-west-1', { readers: 'everywhere' }) });
    made.books.changes('Book');

    expect(whatIf(made.index(), made.production, region()).operations).toStrictEqual([]);
  });

  it('knows what an operation changes, where that is said', () => {
    const made = bakery({ ledger: primary('eu-west-1', { readers: 'everywhere' }) });
    made.books.changes('Book', made.ledger);

    expect(journeys(whatIf(made.index(), made.production, region()))).toMatchObject({
      buy: 'breaks',
    });
  });

  it('takes the handling of events for a change, unless it is said of each topic', () => {
    const made = bakery({ ledger: primary('eu-west-1', { readers: 'everywhere' }) });
    made.books.consumes(made.orders);
    const before = whatIf(made.index(), made.production, region());
    made.books.changes(made.orders);
    const after = whatIf(made.index(), made.production, region());

    expect(why(before, 'books', '')).toContain('takes no writes');
    expect(why(after, 'books', '')).toBeUndefined();
    expect(before.events).toContainEqual({
      ...{ topic: 'orders', service: 'books', what: 'not handled', keptMs: 604_800_000 },
    });
  });

  it('stops reads too where no copy is left, and some where one region lacks it', () => {
    const none = ask(region, { ledger: primary('eu-west-1') });
    const some = ask(region, { ledger: primary('eu-west-1', { readers: ['us-east-1'] }) });

    expect(why(none, 'books', 'Read')).toBe(
      'breaks: store ledger has no copy in us-east-1, ap-northeast-2',
    );
    expect(why(some, 'books', 'Read')).toBe(
      'breaks in part: store ledger has no copy in ap-northeast-2',
    );
  });

  it('touches no primary elsewhere', () => {
    expect(ask(region, { ledger: primary('us-east-1') }).operations).toStrictEqual([]);
  });

  it('is all there is to an environment of one region', () => {
    const impact = ask(region, { production: { regions: ['eu-west-1'] } });

    expect(journeys(impact)).toStrictEqual({ buy: 'breaks', look: 'breaks' });
    expect(why(impact, 'oven', '')).toBe('breaks: production has no other region');
    expect(impact.capacity).toStrictEqual([]);
  });

  it('closes a topic that is written there alone', () => {
    const topic = primary('eu-west-1', { readers: 'everywhere' });
    const ledger = primary('us-east-1');
    const waiting = ask(region, { topic, ledger });
    const direct = ask(region, { topic, ledger, directly: true });

    expect(waiting.operations).toStrictEqual([]);
    expect(waiting.events).toStrictEqual([
      { topic: 'orders', service: 'till', what: 'waits in the outbox' },
      { topic: 'orders', service: 'oven', what: 'nothing new comes' },
    ]);
    expect(why(direct, 'till', 'Pay')).toBe(
      'breaks: cannot publish orders, which is written in eu-west-1, and has no outbox',
    );
    const elsewhere = primary('us-east-1', { readers: 'everywhere' });
    expect(ask(region, { topic: elsewhere, ledger, directly: true }).events).toStrictEqual([]);
  });

  it('asks one region to carry two, or all that are left to carry all', () => {
    const made = bakery();
    made.production.size(made.till, { replicas: { min: 2, max: 3 } });
    made.production.size(made.books, { replicas: { min: 2, max: 2 } });
    const { capacity } = whatIf(made.index(), made.production, region());
    const of = (name: string) => capacity.find(({ service }) => service === name);

    expect(of('shop')).toStrictEqual({
      service: 'shop',
      atOnce: { load: 400, handled: 900 },
      inTheEnd: { load: 600, handled: 1_800 },
      verdict: 'carried',
    });
    expect(of('till')).toMatchObject({
      atOnce: { load: 400, handled: 300 },
      inTheEnd: { load: 600, handled: 600 },
      verdict: 'carried in the end',
    });
    expect(of('books')).toMatchObject({ inTheEnd: { handled: 400 }, verdict: 'too much' });
  });
});
