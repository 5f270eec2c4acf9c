import { primary, readSystem, regional } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import {
  costOfCall,
  costOfTopic,
  crossZoneShare,
  LIST_PRICES,
  monthlyCost,
  trafficTerms,
} from '../../lib/plan/traffic';
import { soundSystem, type Variation } from '../support/systems';

const priced = (vary: Variation = {}) => {
  const sound = soundSystem(vary);
  return { ...sound, index: indexSystem(readSystem(sound.system)) };
};

test('a gigabyte a second between zones is 2629800 gigabytes a month', () => {
  expect(monthlyCost(1_000_000_000, 0.02)).toBeCloseTo(52_596, 6);
});

test('of three zones two thirds of the traffic leave their own', () => {
  expect(crossZoneShare(3)).toBeCloseTo(2 / 3, 10);
  expect(crossZoneShare(1)).toBe(0);
});

test('list prices say when and where they were read', () => {
  for (const { dollars, asOf, source } of Object.values(LIST_PRICES)) {
    expect(dollars).toBeGreaterThan(0);
    expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(source).toMatch(/^https:\/\/aws\.amazon\.com\//);
  }
});

test('an environment names prices and bounds before its system', () => {
  const { index, production } = priced({
    production: { traffic: { monthlyPerEdge: 7, prices: { betweenRegions: 0.09 } } },
  });

  expect(trafficTerms(index, production)).toStrictEqual({
    prices: { betweenZones: 0.02, betweenRegions: 0.09 },
    most: 7,
  });
  expect(trafficTerms(priced().index, priced().production).most).toBe(500);
});

test('a call costs its bytes in every region', () => {
  const one = priced({ call: { payload: '1KB', rate: 100 } });
  // 100 KB/s x 2629800 s x 2/3 x 0.02 USD/GB
  expect(costOfCall(one.index, one.production, one.call)).toBeCloseTo(3.5064, 4);

  const two = priced({
    call: { payload: '1KB', rate: 100 },
    production: { regions: ['eu-west-1', 'us-east-1'] },
  });
  expect(costOfCall(two.index, two.production, two.call)).toBeCloseTo(7.0128, 4);
});

test('a call without payload has no price', () => {
  const { index, production, call } = priced();

  expect(costOfCall(index, production, call)).toBeUndefined();
});

describe('a topic', () => {
  const cost = (groups: number, topic: Variation['topic']) => {
    const {
      index,
      production,
      topic: made,
    } = priced({
      topic: { peak: 100, recordSize: '1KB', ...topic },
      production: { regions: ['eu-west-1', 'us-east-1'] },
    });
    return costOfTopic(index, production, made, groups);
  };

  test('costs what is written and read, in every region of its own', () => {
    // Two regions: written twice and read twice by one group.
    expect(cost(1, { placement: regional({ partitionedBy: 'home' }) })).toBeCloseTo(14.0256, 4);
    expect(cost(0, { placement: regional({ partitionedBy: 'home' }) })).toBeCloseTo(7.0128, 4);
  });

  test('costs its copies where it is written in one', () => {
    // Written once, read twice, copied once: 3 x 3.5064 + 0.1 MB/s x month x 0.02.
    const placement = primary('eu-west-1', { readers: 'everywhere' });
    expect(cost(1, { placement })).toBeCloseTo(3 * 3.5064 + 5.2596, 4);
  });

  test('has no price without a peak', () => {
    const { index, production, topic } = priced();

    expect(costOfTopic(index, production, topic, 1)).toBeUndefined();
  });
});
