import {
  BoundedContext,
  isSystem,
  Journey,
  ObjectBucket,
  readSystem,
  RedisCache,
  Team,
} from '../../lib/model';
import { addService, emptyContext, soundSystem } from '../support/systems';

test('entities are listed by kind', () => {
  const { system, web, orders } = soundSystem();
  new RedisCache(web, 'pages');
  new ObjectBucket(orders, 'invoices');
  new Journey(system, 'buy', { steps: [web.api.operation('Checkout')], peak: 1 });
  const view = readSystem(system);
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  expect({
    teams: names(view.teams),
    contexts: names(view.contexts),
    services: names(view.services),
    calls: names(view.calls),
    topics: names(view.topics),
    stores: names(view.stores),
    journeys: names(view.journeys),
    environments: names(view.environments),
  }).toStrictEqual({
    teams: ['commerce'],
    contexts: ['ordering'],
    services: ['orders', 'web'],
    calls: ['orders.PlaceOrder'],
    topics: ['order-placed'],
    stores: ['invoices', 'orders', 'pages'],
    journeys: ['buy'],
    environments: ['production'],
  });
  expect(view.system).toBe(system);
});

test('lists are in the order of names, then of paths, not of declaration', () => {
  const { system, context } = emptyContext();
  const billing = new BoundedContext(system, 'billing', {
    team: context.team,
    subdomain: 'core',
  });
  for (const name of ['b', 'a']) addService(context, name);
  addService(billing, 'c');
  for (const service of readSystem(system).services) new RedisCache(service, 'pages');
  expect(readSystem(system).services.map(({ name }) => name)).toStrictEqual(['a', 'b', 'c']);
  expect(readSystem(system).stores.map(({ owner }) => owner.name)).toStrictEqual(['c', 'a', 'b']);
});

test('findings are in order of path, not of declaration', () => {
  const { system } = emptyContext();
  for (const name of ['Z', 'A']) new Team(system, name, { kind: 'platform', slack: '#platform' });
  expect(readSystem(system).findings.map(({ path }) => path)).toStrictEqual([
    'shop/Team.A',
    'shop/Team.Z',
  ]);
});

test('what was read does not change with later declarations', () => {
  const { system } = emptyContext();
  const before = readSystem(system);
  new Team(system, 'Bad', { kind: 'platform', slack: '#platform' });
  expect([before.teams.length, before.findings.length]).toStrictEqual([1, 0]);
});

test('a system is told from other things', () => {
  const { system, web } = soundSystem();
  expect(isSystem(system)).toBe(true);
  for (const other of [web, {}, null, undefined, 'shop', { kind: 'System', name: 'shop' }])
    expect(isSystem(other)).toBe(false);
});
