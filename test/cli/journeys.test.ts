import { journeysVerb } from '../../lib/cli/journeys';
import { System } from '../../lib/model';
import { reportJourneys } from '../../lib/plan/journeys/journey-report';
import { bakery } from '../plan/what-if/bakery';
import { soundSystem } from '../support/systems';

describe('journeysVerb', () => {
  it('shows a journey as figures and a tree, with the critical path marked', () => {
    expect(journeysVerb(bakery().system, { name: 'buy' })).toStrictEqual({
      exitCode: 0,
      text: `buy in production: 99.689333% available (5 parts); typically 126ms, at most 280ms; 99 of 100 are
that fast if each of 3 calls is in 99.67% of cases; 10 a second at the peak of a region, 20 requests
(40% of all)
STEP AND WHAT IT CALLS                        BUDGET  TIME  OF ALL
shop.Look *                                   32%     63ms  50%
└─ prices.Quote * (optional, fallback cache)          53ms  42%
shop.Buy *                                            63ms  50%
├─ prices.Quote * (optional, fallback cache)          53ms  42%
└─ till.Pay                                   32%     53ms
   ├─ store receipts                          <1%
   └─ books.Book                              32%     53ms
      └─ store ledger                         3%

BUDGET: share of the loss of availability that the part causes. TIME: what the caller counts with,
by the promise of the callee. * the critical path: the journey takes longer when it does.`,
    });
  });

  it('shows all journeys without a name, and what publishes directly', () => {
    const { text } = journeysVerb(bakery({ directly: true }).system, {});

    expect(text).toMatch(/^buy in production: [^]*\n\nlook in production: /);
    expect(text).toContain('├─ the Kafka broker');
  });

  it('says what the traffic of its calls costs, where payloads are declared', () => {
    const said = (options: Parameters<typeof bakery>[0]): string =>
      journeysVerb(bakery(options).system, { name: 'buy' }).text.replaceAll(/\s+/g, ' ');

    expect(said({ payload: '1Ki' })).toContain(
      '; traffic of its calls up to $31 a month (1 call declares no payload) ',
    );
    expect(said({})).not.toContain('traffic');
  });

  it('prints JSON', () => {
    const made = bakery();
    const { text } = journeysVerb(made.system, { name: 'look', json: true });
    const [, look] = reportJourneys(made.index(), made.production);

    expect(JSON.parse(text)).toStrictEqual({
      environment: 'production',
      journeys: [JSON.parse(JSON.stringify(look))],
    });
  });

  it('says that none is declared', () => {
    expect(journeysVerb(soundSystem().system, {})).toStrictEqual({
      exitCode: 0,
      text: 'no journeys are declared',
    });
  });

  it('refuses names that are not there, and a system with mistakes', () => {
    expect(journeysVerb(bakery().system, { name: 'by' })).toStrictEqual({
      exitCode: 2,
      text: "error: no journey 'by'; did you mean buy?",
    });
    expect(journeysVerb(bakery().system, { environment: 'productio' })).toStrictEqual({
      exitCode: 2,
      text: "error: no environment 'productio'; did you mean production?",
    });
    expect(journeysVerb(new System('Bad Name', { domain: 'shop.example.com' }), {}).exitCode).toBe(
      2,
    );
  });
});
