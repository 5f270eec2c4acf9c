import { BoundedContext, readSystem, RedisCache, Team, Topic } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { requiredShare, teamLoads } from '../../lib/plan/team-load';
import { addService, soundSystem } from '../support/systems';

test('a team carries its contexts, what runs in them and what it needs of others', () => {
  const { system, orders, topic } = soundSystem();
  const team = new Team(system, 'logistics', { kind: 'stream-aligned', slack: '#logistics' });
  const storing = new BoundedContext(system, 'storing', { team, subdomain: 'supporting' });
  new BoundedContext(system, 'sending', { team, subdomain: 'generic' });
  const stock = addService(storing, 'stock');
  new RedisCache(stock, 'cache');
  new Topic(stock, 'stock-changed', { partitions: 6, key: 'id' });
  stock.consumes(topic);
  stock.calls(orders.api.operation('Cancel'), { timeout: '1s', criticality: 'required' });
  const [, load] = teamLoads(indexSystem(readSystem(system)));

  expect(load).toStrictEqual({
    ...{ team, domains: 3, contexts: ['sending', 'storing'], parts: 7 },
    ...{ services: 1, stores: 1, topics: 1, interactions: 2, required: 1 },
  });
});

test('a share is told of four interactions and more', () => {
  const { system } = soundSystem();
  const [load] = teamLoads(indexSystem(readSystem(system)));
  if (load === undefined) throw new Error('there is no team');

  expect(requiredShare({ ...load, interactions: 3, required: 3 })).toBe(0);
  expect(requiredShare({ ...load, interactions: 4, required: 3 })).toBe(750_000_000);
});
