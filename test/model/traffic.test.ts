import { System } from '../../lib/model';
import { soundSystem } from '../support/systems';
import { lines } from './lines';

test('prices and a bound are kept as they are said', () => {
  const traffic = { monthlyPerEdge: 0, prices: { betweenZones: 0.01 } };
  const system = new System('shop', { domain: 'shop.example.com', traffic });

  expect(system.traffic).toStrictEqual(traffic);
  expect(lines(system)).toStrictEqual([]);
  expect(soundSystem({ production: { traffic } }).production.traffic).toStrictEqual(traffic);
  expect(soundSystem().production.traffic).toBeUndefined();
});

test.each([
  [{ monthlyPerEdge: -1 }, 'monthlyPerEdge is -1'],
  [{ prices: { betweenRegions: Number.NaN } }, 'betweenRegions is NaN'],
])('what is no amount of money is reported: %j', (traffic, problem) => {
  const system = new System('shop', { domain: 'shop.example.com', traffic });

  expect(lines(system).join()).toContain(`traffic: ${problem}, it must be an amount of US dollars`);
});
