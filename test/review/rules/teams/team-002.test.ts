import { BoundedContext, Team, type Subdomain } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const owning = (subdomains: readonly Subdomain[], domains?: number) => {
  const { system } = soundSystem();
  const team = new Team(system, 'many', {
    kind: 'stream-aligned',
    slack: '#many',
    ...(domains && { limits: { domains } }),
  });
  for (const [at, subdomain] of subdomains.entries())
    new BoundedContext(system, `context-${at}`, { team, subdomain });
  return system;
};

describe('TEAM-002', () => {
  test('accepts three simple domains', () => {
    expect(breaches(owning(['generic', 'generic', 'generic']), 'TEAM-002')).toStrictEqual([]);
  });

  test('accepts one complex domain', () => {
    expect(breaches(owning(['core']), 'TEAM-002')).toStrictEqual([]);
  });

  test('goes by the limit of the team', () => {
    expect(breaches(owning(['core', 'generic'], 4), 'TEAM-002')).toStrictEqual([]);
  });

  test('warns of anything beside a complex one', () => {
    expect(breaches(owning(['core', 'generic']), 'TEAM-002')).toStrictEqual([
      {
        path: 'shop/Team.many',
        problem: 'its 2 contexts weigh 4, and limits.domains is 3: context-0, context-1',
        numbers: { domains: 4, mostDomains: 3, contexts: 2 },
        fix: 'give contexts of weight 1 to another team, or set limits.domains to 4 where the team carries them',
      },
    ]);
  });

  test('warns of two complicated ones', () => {
    expect(breaches(owning(['supporting', 'supporting']), 'TEAM-002')).toStrictEqual([
      {
        path: 'shop/Team.many',
        problem: 'its 2 contexts weigh 4, and limits.domains is 3: context-0, context-1',
        numbers: { domains: 4, mostDomains: 3, contexts: 2 },
        fix: 'give contexts of weight 1 to another team, or set limits.domains to 4 where the team carries them',
      },
    ]);
  });
});
