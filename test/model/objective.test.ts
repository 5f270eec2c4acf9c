import type { ObjectiveProps } from '../../lib/model';
import { soundSystem } from '../support/systems';
import { lines, ORDERS } from './lines';

function objective(props: ObjectiveProps) {
  return soundSystem({ orders: { objective: props } }).orders.objective;
}

test('half of the error budget is for the failures of others', () => {
  expect(objective({ availability: '99.9%' })).toStrictEqual({
    availability: 999_000_000,
    ownAvailability: 999_500_000,
    ownDeclared: false,
  });
});

test('a half that is no whole part is rounded in favour of the promise', () => {
  expect(objective({ availability: '99.9999999%' }).ownAvailability).toBe(1_000_000_000);
  expect(objective({ availability: '99.9999997%' }).ownAvailability).toBe(999_999_999);
});

test('what is declared is kept', () => {
  expect(
    objective({ availability: '99.9%', ownAvailability: '99.99%', latency: { p99: '2s' } }),
  ).toStrictEqual({
    availability: 999_000_000,
    ownAvailability: 999_900_000,
    ownDeclared: true,
    p99: 2_000,
  });
});

test.each(['0%', '100%'] as const)('%s promises nothing that can be kept', (share) => {
  const text = (property: string) =>
    `DCL-003 [${ORDERS}] objective.${property} is ${share}, a promise lies between 0% and 100%; write it like '99.95%'`;
  const { system } = soundSystem({
    orders: { objective: { availability: share, ownAvailability: share } },
  });
  expect(lines(system)).toStrictEqual([text('availability'), text('ownAvailability')]);
});

test.each(['0.0000001%', '99.9999999%'] as const)('%s can be promised', (availability) => {
  const { system } = soundSystem({ orders: { objective: { availability } } });
  expect(lines(system)).toStrictEqual([]);
});

test('a promise that cannot be read is one mistake', () => {
  const { system } = soundSystem({
    orders: { objective: { availability: '101%', latency: { p99: '0s' } } },
  });
  expect(lines(system)).toStrictEqual([
    `DCL-003 [${ORDERS}] objective.availability: '101%' is more than 100%; write it like '99.95%'`,
    `DCL-003 [${ORDERS}] objective.latency.p99: '0s' is below 1ms; write it like '250ms', '30s', '5m', '12h' or '7d'`,
  ]);
});
