import { soundSystem } from '../../../support/systems';
import { Team, BoundedContext } from '../../../../lib/model';
import { addService } from '../../../support/systems';
import { breaches } from '../../breaches';

const owned = (onCall?: 'https://example.com/hook') => {
  const { system } = soundSystem();
  const team = new Team(system, 'silent', {
    kind: 'stream-aligned',
    slack: '#silent',
    ...(onCall && { onCall }),
  });
  addService(new BoundedContext(system, 'quiet', { team, subdomain: 'generic' }), 'night');
  return system;
};

test('OWN-001 accepts a team that is reached, and names one that is not', () => {
  expect(breaches(owned('https://example.com/hook'), 'OWN-001')).toStrictEqual([]);
  expect(breaches(owned(), 'OWN-001')).toStrictEqual([
    {
      path: 'shop/Team.silent',
      problem: 'onCall is not set, and alerts of night page the team',
      numbers: { services: 1 },
      fix: "set onCall, for example to 'mailto:silent@example.com'",
    },
  ]);
});
