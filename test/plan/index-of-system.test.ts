import { Journey, readSystem } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { soundSystem } from '../support/systems';

test('what is looked up by name is there', () => {
  const { system, web, orders, call, database, topic } = soundSystem();
  const index = indexSystem(readSystem(system));
  expect([...index.services]).toStrictEqual([
    ['orders', orders],
    ['web', web],
  ]);
  expect([...index.callsFrom]).toStrictEqual([['web', [call]]]);
  expect([...index.callsTo]).toStrictEqual([['orders', [call]]]);
  expect([...index.storesOf]).toStrictEqual([['orders', [database]]]);
  expect([...index.topicsOf]).toStrictEqual([['orders', [topic]]]);
});

test('operations of journeys are open to the world, each once and in order', () => {
  const { system, web } = soundSystem();
  const [browse, checkout] = [web.api.operation('Browse'), web.api.operation('Checkout')];
  new Journey(system, 'buy', { steps: [checkout, browse, checkout], peak: 7 });
  new Journey(system, 'look', { steps: [browse], peak: 5 });
  const { entries, entryRates } = indexSystem(readSystem(system));
  expect(entries.get('web')?.map(({ name }) => name)).toStrictEqual(['Browse', 'Checkout']);
  expect([...entryRates]).toStrictEqual([['web', 26]]);
});

test('a step that does not exist opens nothing', () => {
  const { system, web } = soundSystem();
  // @ts-expect-error -- misspelt
  new Journey(system, 'buy', { steps: [web.api.operation('Brows')], peak: 7 });
  expect(indexSystem(readSystem(system)).entries.size).toBe(0);
});
