import { BoundedContext, Team } from '../../../../lib/model';
import { addService, soundSystem, type Variation } from '../../../support/systems';
import { breaches } from '../../breaches';

/** A team that is reached as is said, with so many services that promise so much. */
const owned = (
  team: { readonly onCall?: 'https://example.com/hook' },
  services = 1,
  availability: `${number}%` = '90%',
  production: Variation['production'] = {},
) => {
  const { system } = soundSystem({ production });
  const silent = new Team(system, 'silent', {
    ...{ kind: 'stream-aligned', slack: '#silent' },
    ...team,
  });
  const quiet = new BoundedContext(system, 'quiet', { team: silent, subdomain: 'generic' });
  for (let each = 0; each < services; each += 1)
    addService(quiet, `night-${each}`, { objective: { availability } });
  return breaches(system, 'OWN-001');
};

describe('OWN-001', () => {
  test('accepts a team that is reached', () => {
    expect(owned({ onCall: 'https://example.com/hook' })).toStrictEqual([]);
  });

  test('warns of one that is not', () => {
    expect(owned({})).toStrictEqual([
      {
        path: 'shop/Team.silent',
        problem: 'onCall is not set, and alerts of night-0 page the team',
        numbers: { services: 1 },
        fix: "set onCall, for example to 'mailto:silent@example.com'",
      },
    ]);
  });

  test('counts all services that page it', () => {
    expect(owned({}, 3)).toMatchObject([
      {
        problem: 'onCall is not set, and alerts of night-0 and 2 more page the team',
        numbers: { services: 3 },
      },
    ]);
  });

  test('asks nothing of a team without services, or whose promises wake nobody', () => {
    expect(owned({}, 0)).toStrictEqual([]);
    // 6 times a budget of 16.6% are 99.6% of all requests; of 17% they are more than all.
    expect(owned({}, 1, '83.4%')).toHaveLength(1);
    expect(owned({}, 1, '83%')).toStrictEqual([]);
  });

  test('asks nothing where everything may be disposed of', () => {
    expect(owned({}, 1, '90%', { protection: 'disposable' })).toStrictEqual([]);
  });
});
