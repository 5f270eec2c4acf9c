import { System, Team } from '../../lib/model';
import { recordOf } from '../../lib/model/declaration';
import { keepOrigins, originsAreKept } from '../../lib/model/origins';

const declare = (): System => new System('shop', { domain: 'shop.example.com' });

afterEach(() => {
  keepOrigins(false);
});

test('a system remembers no origins unless it is asked for', () => {
  expect(originsAreKept()).toBe(false);
  expect(recordOf(declare())).not.toHaveProperty('origins');
});

test('a system remembers where it and all it holds were declared', () => {
  keepOrigins(true);
  const system = declare();
  new Team(system, 'sales', { kind: 'stream-aligned', slack: '#sales' });
  const { origins } = recordOf(system);

  expect([...(origins?.keys() ?? [])]).toStrictEqual(['shop', 'shop/Team.sales']);
  expect(origins?.get('shop/Team.sales')?.stack).toMatch(/origins\.test\.ts:\d+/);
  expect(origins?.get('shop/Team.sales')?.stack).not.toContain('at register');
});

test('what a system remembers is not changed by a later wish', () => {
  keepOrigins(true);
  const system = declare();
  keepOrigins(false);

  expect(recordOf(system).origins?.size).toBe(1);
  expect(recordOf(declare()).origins).toBeUndefined();
});

test('keeping an origin leaves the limit of stacks as it was', () => {
  const before = Error.stackTraceLimit;
  keepOrigins(true);
  declare();

  expect(Error.stackTraceLimit).toBe(before);
});
