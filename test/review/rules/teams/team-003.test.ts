import { BoundedContext, RedisCache, Team } from '../../../../lib/model';
import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** Services of weight 4 and stores of weight 2. */
const running = (services: number, stores: number, parts?: number) => {
  const { system } = soundSystem();
  const team = new Team(system, 'many', {
    kind: 'stream-aligned',
    slack: '#many',
    ...(parts && { limits: { parts } }),
  });
  const context = new BoundedContext(system, 'many', { team, subdomain: 'generic' });
  const all = Array.from({ length: services }, (_, at) => addService(context, `s${at}`));
  for (let each = 0; each < stores; each += 1) {
    const owner = all[0];
    if (owner) new RedisCache(owner, `cache-${each}`);
  }
  return system;
};

describe('TEAM-003', () => {
  test('accepts what weighs 60', () => {
    expect(breaches(running(14, 2), 'TEAM-003')).toStrictEqual([]);
  });

  test('goes by the limit of the team', () => {
    expect(breaches(running(14, 3, 62), 'TEAM-003')).toStrictEqual([]);
  });

  test('warns of more', () => {
    expect(breaches(running(14, 3), 'TEAM-003')).toStrictEqual([
      {
        path: 'shop/Team.many',
        problem: '14 services, 3 stores and 0 topics weigh 62, and limits.parts is 60',
        numbers: { parts: 62, mostParts: 60, services: 14, stores: 3, topics: 0 },
        fix: 'give parts of weight 2 to another team, or set limits.parts to 62 where the team looks after them',
      },
    ]);
  });
});
