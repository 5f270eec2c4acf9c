import { analyzeVerb } from '../../lib/cli/analyze';
import { PostgresDatabase, RedisCache, System } from '../../lib/model';
import { whatIf } from '../../lib/plan/what-if/what-if';
import { bakery } from '../plan/what-if/bakery';

const said = (text: string) => ({ exitCode: 2, text });

describe('analyzeVerb', () => {
  it('says what breaks and why, what waits, and nothing of capacity where no load moves', () => {
    expect(analyzeVerb(bakery().system, 'till', { fail: 'service' })).toStrictEqual({
      exitCode: 0,
      text: `production without till: breaks: buy; untouched: look

JOURNEY  EFFECT     WHY
buy      breaks     shop.Buy -> till.Pay: till is down
look     untouched

EVENTS  SERVICE  WHAT HAPPENS
orders  till     not published
orders  oven     nothing new comes`,
    });
  });

  it('names the fallback that a journey gets by with', () => {
    const { text } = analyzeVerb(bakery().system, 'prices/lists', { fail: 'store' });

    expect(text).toContain('production without store lists of prices: degrades: buy, look');
    expect(text).toContain('shop.Look -> prices.Quote (fallback cache): store lists is down');
  });

  it('tells whether the rest carries the load of a region', () => {
    const { text } = analyzeVerb(bakery().system, 'us-east-1', { fail: 'region' });

    expect(text).toContain('production without us-east-1: breaks in part: buy; untouched: look');
    expect(text).toMatch(/^SERVICE +ONE FOR TWO +ALL THAT ARE LEFT +THE LOAD IS$/m);
    expect(text).toMatch(/^shop +900 of 400 +1800 of 600 +carried$/m);
    expect(text).not.toContain('EVENTS');
  });

  it.each(['eu-west-1', 'eu-west-1a', 'eu-west-1c'])('takes %s for a zone', (name) => {
    const { text } = analyzeVerb(bakery().system, name, { fail: 'zone' });

    expect(text).toMatch(/^production without a zone of eu-west-1: untouched: buy, look\n/);
    expect(text).toMatch(/^SERVICE +LEFT OF THE FEWEST +LEFT OF THE MOST +THE LOAD IS$/m);
  });

  it('says how long records are kept for those who come back', () => {
    expect(analyzeVerb(bakery().system, 'oven', { fail: 'service' }).text).toContain(
      'orders  oven     not handled; records are kept 168h',
    );
  });

  it('says of a topic who goes on without', () => {
    expect(analyzeVerb(bakery().system, 'orders', { fail: 'topic' }).text).toContain(
      'orders  till     waits in the outbox',
    );
  });

  it('prints JSON: what was asked, and the answer', () => {
    const made = bakery();
    const { text } = analyzeVerb(made.system, 'books', { fail: 'service', json: true });
    const impact = whatIf(made.index(), made.production, { kind: 'service', service: 'books' });

    expect(JSON.parse(text)).toStrictEqual({
      environment: 'production',
      fail: { kind: 'service', what: 'books' },
      ...(JSON.parse(JSON.stringify(impact)) as object),
    });
  });

  it('says that there are no journeys', () => {
    const { system } = bakery();
    for (const name of ['Journey.buy', 'Journey.look']) system.node.tryRemoveChild(name);

    expect(analyzeVerb(system, 'books', { fail: 'service' }).exitCode).toBe(0);
  });

  it.each([
    ['service', 'tll', "error: no service 'tll'; did you mean till?"],
    ['topic', 'order', "error: no topic 'order'; did you mean orders?"],
    ['region', 'eu-west-7', "error: no region of production 'eu-west-7'; did you mean eu-west-1?"],
    [
      'zone',
      'mars',
      "error: no region of production 'mars'; there is ap-northeast-2, eu-west-1, us-east-1",
    ],
    [
      'store',
      'nothing-like-it',
      "error: no store 'nothing-like-it'; there is books/ledger, prices/lists, shop/pages, till/receipts",
    ],
  ] as const)('does not know the %s %s', (fail, name, text) => {
    expect(analyzeVerb(bakery().system, name, { fail })).toStrictEqual(said(text));
  });

  it('asks which of several stores of one name is meant', () => {
    const made = bakery();
    new PostgresDatabase(made.till, 'ledger', { storage: '1Gi', poolPerReplica: 1 });
    new RedisCache(made.books, 'till-pages');

    expect(analyzeVerb(made.system, 'ledger', { fail: 'store' })).toStrictEqual(
      said("error: there are several stores 'ledger'; name one of books/ledger, till/ledger"),
    );
    expect(analyzeVerb(made.system, 'till/ledger', { fail: 'store' }).exitCode).toBe(0);
    new RedisCache(made.till, 'ledger');
    expect(analyzeVerb(made.system, 'till/ledger', { fail: 'store' })).toStrictEqual(
      said(
        "error: there are several stores 'till/ledger'; name one of bakery/BoundedContext.selling/Service.till/PostgresDatabase.ledger, bakery/BoundedContext.selling/Service.till/RedisCache.ledger",
      ),
    );
  });

  it('refuses a system with mistakes, and an environment that is not there', () => {
    const broken = new System('Bad Name', { domain: 'shop.example.com' });

    expect(analyzeVerb(broken, 'x', { fail: 'service' }).exitCode).toBe(2);
    expect(
      analyzeVerb(bakery().system, 'till', { fail: 'service', environment: 'stagin' }),
    ).toStrictEqual(said("error: no environment 'stagin'; there is production"));
  });
});
