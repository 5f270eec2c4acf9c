import { RedisCache } from '../../../lib/model';
import { reportJourneys } from '../../../lib/plan/journeys/journey-report';
import { bakery, type BakeryOptions } from '../what-if/bakery';

function report(options: BakeryOptions = {}) {
  const made = bakery(options);
  return reportJourneys(made.index(), made.production);
}

describe('reportJourneys', () => {
  const [buy, look] = report();

  it('lists journeys in order of name', () => {
    expect(report().map(({ journey }) => journey)).toStrictEqual(['buy', 'look']);
  });

  it('multiplies the parts that the operations on the way need, each once', () => {
    // The shop alone: prices are optional, and so is its cache.
    expect(look).toMatchObject({ availability: 999_000_000, parts: 1 });
    // shop, till, books: 0.999^3; ledger: 0.9999 (Aurora, two zones); receipts: 0.9999 (a global table 0.99999).
    expect(buy).toMatchObject({
      parts: 5,
      availability: Math.round(1e9 * 0.999 ** 3 * 0.9999 * 0.99999),
    });
  });

  it('counts the broker once where somebody on the way publishes directly', () => {
    const [direct] = report({ directly: true });

    expect(direct?.parts).toBe(6);
    expect(direct?.availability).toBe(Math.round(1e9 * 0.999 ** 3 * 0.9999 * 0.99999 * 0.999));
  });

  it('adds the time of steps: processing and the slowest of each group, by promise and at worst', () => {
    // Look: 10 + min(60, 50 + 3); Buy: 10 + max(min(200, 50 + 3), 53).
    expect(look?.latency).toStrictEqual({
      ...{ typicalMs: 63, longestMs: 70, calls: 1, neededQuantile: 0.99 },
    });
    expect(buy?.latency).toMatchObject({ typicalMs: 126, longestMs: 280, calls: 3 });
    expect(buy?.latency.neededQuantile).toBeCloseTo(1 - 0.01 / 3, 12);
  });

  it('says how often a journey is made and what part of all requests that is', () => {
    expect(buy?.rate).toStrictEqual({ peak: 10, requests: 20, share: 0.4 });
    expect(look?.rate).toStrictEqual({ peak: 30, requests: 30, share: 0.6 });
  });

  it('shows steps as trees: required calls with what is behind, optional ones without', () => {
    const [first, second] = buy?.steps ?? [];

    expect(first).toMatchObject({
      ...{ service: 'shop', operation: 'Look', ms: 63, critical: true, latencyShare: 0.5 },
      parts: [{ kind: 'service', name: 'shop' }],
      calls: [
        {
          ...{ service: 'prices', operation: 'Quote', criticality: 'optional', fallback: 'cache' },
          ...{ ms: 53, critical: true, budgetShare: 0, parts: [], calls: [] },
        },
      ],
    });
    expect(second).toMatchObject({
      ...{ operation: 'Buy', parts: [], budgetShare: 0, repeated: false },
      calls: [
        { service: 'prices', critical: true },
        {
          ...{ service: 'till', critical: false, latencyShare: 0, ms: 53 },
          parts: [{ name: 'till' }, { kind: 'store', name: 'receipts' }],
          calls: [
            { service: 'books', critical: false, parts: [{ name: 'books' }, { name: 'ledger' }] },
          ],
        },
      ],
    });
  });

  it('shares out all of the loss and no more', () => {
    const sum = (nodes: NonNullable<typeof buy>['steps']): number =>
      nodes.reduce((total, { budgetShare, calls }) => total + budgetShare + sum(calls), 0);

    expect(sum(buy?.steps ?? [])).toBeCloseTo(1, 5);
    expect(sum(look?.steps ?? [])).toBeCloseTo(1, 5);
  });

  it('does not repeat what an operation calls, and ends in a cycle', () => {
    const made = bakery();
    made.books.calls(made.till.api.operation('Pay'), { timeout: '20ms', criticality: 'required' });
    const [cyclic] = reportJourneys(made.index(), made.production);
    const till = cyclic?.steps[1]?.calls.find(({ service }) => service === 'till');

    expect(till?.calls[0]?.calls).toMatchObject([
      { service: 'till', operation: 'Pay', repeated: true, calls: [], parts: [] },
    ]);
  });

  it('counts required stores of every service on the way', () => {
    const made = bakery();
    new RedisCache(made.shop, 'sessions', { criticality: 'required' });
    const [, again] = reportJourneys(made.index(), made.production);

    expect(again?.parts).toBe(2);
  });
});
