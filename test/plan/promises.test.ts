import { readSystem, Topic } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { extraNine, promisedWhole } from '../../lib/plan/promises';
import { soundSystem } from '../support/systems';

test('a dependency with an extra nine may fail a tenth as often', () => {
  expect(extraNine(999_000_000)).toBe(999_900_000);
  expect(extraNine(999_900_000)).toBe(999_990_000);
});

test('a service of 99.99% with five dependencies of 99.999% keeps half for itself', () => {
  // The worked example of the paper: half of 0.01% is 0.005%, a fifth of it 0.001%.
  expect(0.99995 * 0.99999 ** 5).toBeCloseTo(0.9999, 8);
});

describe('what a service is promised', () => {
  test('is the product of its own share, its callees and its stores, the weakest first', () => {
    const { system, production, orders, web } = soundSystem();
    const index = indexSystem(readSystem(system));

    expect(promisedWhole(index, production, orders)).toStrictEqual({
      availability: 999_400_050,
      promises: [
        { what: 'orders itself', availability: 999_500_000 },
        { what: 'store orders', availability: 999_900_000 },
      ],
    });
    expect(promisedWhole(index, production, web).promises.map(({ what }) => what)).toStrictEqual([
      'web itself',
      'orders',
    ]);
  });

  test('has the broker in it where events are published directly', () => {
    const { system, production, web } = soundSystem();
    web.publishes(new Topic(web, 'seen', { partitions: 6, key: 'id' }));
    const index = indexSystem(readSystem(system));

    expect(promisedWhole(index, production, web).promises.map(({ what }) => what)).toContain(
      'the Kafka broker',
    );
  });
});
