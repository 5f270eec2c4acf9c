import { Team } from '../../lib/model';
import { PLATFORM, planOperations } from '../../lib/plan/operations-plan';
import { soundSystem, type Variation } from '../support/systems';
import { PLACE } from './plans';

const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;

function operations(production: Variation['production'] = {}, region = PLACE.region) {
  const { context, production: environment } = soundSystem({ production });
  const at = environment.regions.find((other) => other === region) ?? 'eu-west-1';
  return planOperations(environment, at, { ...PLACE, region }, [context.team]);
}

describe('alarms', () => {
  test('have a topic for each team and one for what all share', () => {
    expect(operations().alarmTopics).toStrictEqual([
      {
        team: 'commerce',
        name: 'shop-production-commerce-alarms',
        arn: 'arn:aws:sns:eu-west-1:111122223333:shop-production-commerce-alarms',
        onCall: 'mailto:commerce@example.com',
      },
      {
        team: PLATFORM,
        name: 'shop-production-platform-alarms',
        arn: 'arn:aws:sns:eu-west-1:111122223333:shop-production-platform-alarms',
      },
    ]);
  });

  test('tell who is on call, and a team named platform hears of what all share', () => {
    const { system, context, production } = soundSystem();
    const team = (name: string, onCall: 'mailto:a@example.com' | 'https://example.com/hook') =>
      new Team(system, name, { kind: 'platform', slack: '#x', onCall });
    const teams = [
      team('zebra', 'https://example.com/hook'),
      context.team,
      team('platform', 'mailto:a@example.com'),
    ];
    expect(
      planOperations(production, 'eu-west-1', PLACE, teams).alarmTopics.map(
        ({ team: name, onCall }) => [name, onCall],
      ),
    ).toStrictEqual([
      ['commerce', 'mailto:commerce@example.com'],
      ['platform', 'mailto:a@example.com'],
      ['zebra', 'https://example.com/hook'],
    ]);
  });
});

describe('backups', () => {
  test('are kept 35 days in the only region', () => {
    expect(operations().backup).toStrictEqual({ vault: 'shop-production', retentionDays: 35 });
  });

  test.each([
    ['eu-west-1', 'us-east-1'],
    ['us-east-1', 'us-west-2'],
    ['us-west-2', 'eu-west-1'],
  ])('of %s are copied to the next region, %s', (region, next) => {
    expect(operations({ regions: REGIONS }, region).backup?.copyTo).toStrictEqual({
      region: next,
      vaultArn: `arn:aws:backup:${next}:111122223333:backup-vault:shop-production`,
    });
  });

  test('are not made of what may be lost', () => {
    expect(operations({ protection: 'disposable' })).not.toHaveProperty('backup');
  });
});
