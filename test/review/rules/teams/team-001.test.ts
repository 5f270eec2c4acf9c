import { BoundedContext, Team } from '../../../../lib/model';
import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** A team with so many required and optional calls to another. */
const needing = (required: number, optional: number, requiredCalls?: '75%') => {
  const { system } = soundSystem();
  const context = (name: string) =>
    new BoundedContext(system, name, {
      team: new Team(system, name, {
        kind: 'stream-aligned',
        slack: '#team',
        ...(requiredCalls && { limits: { requiredCalls } }),
      }),
      subdomain: 'core',
    });
  const [front, back] = [context('front'), context('back')];
  const caller = addService(front, 'caller');
  for (let each = 0; each < required + optional; each += 1) {
    const callee = addService(back, `callee-${each}`);
    caller.calls(callee.api.operation('Do'), {
      timeout: '20ms',
      ...(each < required
        ? { criticality: 'required' }
        : { criticality: 'optional', fallback: 'cache' }),
    });
  }
  return system;
};

describe('TEAM-001', () => {
  test('accepts half of the interactions', () => {
    expect(breaches(needing(2, 2), 'TEAM-001')).toStrictEqual([]);
  });

  test('says nothing of a few', () => {
    expect(breaches(needing(3, 0), 'TEAM-001')).toStrictEqual([]);
  });

  test('goes by the limit of the team', () => {
    expect(breaches(needing(3, 1, '75%'), 'TEAM-001')).toStrictEqual([]);
  });

  test('warns of more than half', () => {
    expect(breaches(needing(3, 1), 'TEAM-001')).toStrictEqual([
      {
        path: 'shop/Team.front',
        problem:
          '3 of its 4 interactions with other teams are required calls, 75%, and limits.requiredCalls is 50%',
        numbers: { requiredCalls: 3, interactions: 4, mostRequiredCalls: 2 },
        fix: 'make 1 of them optional or replace them by events, or set limits.requiredCalls to 75%',
      },
    ]);
  });
});
