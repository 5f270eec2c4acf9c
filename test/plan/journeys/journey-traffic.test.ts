import { journeyTraffic } from '../../../lib/plan/journeys/journey-traffic';
import { reportJourneys } from '../../../lib/plan/journeys/journey-report';
import { costOfCall } from '../../../lib/plan/traffic';
import { bakery } from '../what-if/bakery';

describe('journeyTraffic', () => {
  const made = bakery({ payload: '1Ki' });
  const traffic = journeyTraffic(made.index(), made.production);
  const costOf = (call: typeof made.pay): number =>
    costOfCall(made.index(), made.production, call) ?? Number.NaN;

  it('shares the cost of a call by the requests during which journeys make it', () => {
    // Look is asked for 30 times a second by one and 10 times by the other, which also asks for Buy 10 times.
    expect(traffic.get('look')?.monthlyDollars).toBeCloseTo(costOf(made.quote) * 0.6, 9);
    expect(traffic.get('buy')?.monthlyDollars).toBeCloseTo(
      costOf(made.quote) * 0.4 + costOf(made.pay),
      9,
    );
  });

  it('comes to the cost of all calls on the way, and no more', () => {
    const sum = [...traffic.values()].reduce((all, { monthlyDollars }) => all + monthlyDollars, 0);

    expect(sum).toBeCloseTo(costOf(made.quote) + costOf(made.pay), 9);
    expect(sum).toBeGreaterThan(0);
  });

  it('counts the calls of which nothing is known', () => {
    expect(traffic.get('buy')?.unpricedCalls).toBe(1);
    expect(traffic.get('look')?.unpricedCalls).toBe(0);
  });

  it('follows calls to what is behind them', () => {
    const deep = bakery();
    deep.till.calls(deep.books.api.operation('Read'), {
      timeout: '20ms',
      criticality: 'required',
      payload: '2Ki',
    });
    const costs = journeyTraffic(deep.index(), deep.production);

    expect(costs.get('buy')?.monthlyDollars).toBeGreaterThan(0);
    expect(costs.get('look')?.monthlyDollars).toBe(0);
  });

  it('knows nothing where calls form a cycle', () => {
    const cyclic = bakery({ payload: '1Ki' });
    cyclic.books.calls(cyclic.till.api.operation('Pay'), {
      timeout: '20ms',
      criticality: 'required',
    });

    expect(journeyTraffic(cyclic.index(), cyclic.production).size).toBe(0);
  });

  it('stands in the report where a call is priced, and only there', () => {
    const [buy] = reportJourneys(made.index(), made.production);
    const plain = bakery();
    const [without] = reportJourneys(plain.index(), plain.production);

    expect(buy?.traffic).toStrictEqual(traffic.get('buy'));
    expect(without).not.toHaveProperty('traffic');
  });
});
