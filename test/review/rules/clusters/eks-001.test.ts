import type { KubernetesMinor } from '../../../../lib/model';
import { review } from '../../../../lib/review';
import { soundSystem } from '../../../support/systems';
import { breaches, PRODUCTION } from '../../breaches';

const found = (kubernetesVersion: KubernetesMinor, asOf?: string) =>
  breaches(soundSystem({ production: { kubernetesVersion } }).system, 'EKS-001', asOf);

describe('EKS-001', () => {
  test('accepts the last day of standard support', () => {
    expect(found('1.33', '2026-07-28')).toStrictEqual([]);
  });

  test('refuses the first day of extended support', () => {
    expect(found('1.33', '2026-07-29')).toStrictEqual([
      {
        path: PRODUCTION,
        problem: "kubernetesVersion is '1.33', which is out of standard support since 2026-07-29",
        numbers: {
          kubernetesVersion: '1.33',
          endOfStandardSupport: '2026-07-29',
          asOf: '2026-07-29',
        },
        fix: "set kubernetesVersion to '1.36', one minor version at a time where clusters stand already",
      },
    ]);
  });

  test('knows no end without a day', () => {
    expect(found('1.23')).toStrictEqual([]);
  });

  test.each([undefined, '2026-12-31'])(
    'refuses a version that is newer than those known, on %s too',
    (asOf) => {
      expect(found('1.37', asOf)).toStrictEqual([
        {
          path: PRODUCTION,
          problem: "kubernetesVersion is '1.37', the newest that is known is 1.36",
          numbers: { kubernetesVersion: '1.37' },
          fix: "set kubernetesVersion to '1.36'",
        },
      ]);
    },
  );

  test.each([undefined, '2026-12-31'])(
    'refuses a version that is older than those known, on %s too',
    (asOf) => {
      expect(found('1.9', asOf)).toStrictEqual([
        {
          path: PRODUCTION,
          problem:
            "kubernetesVersion is '1.9', which is out of standard support for longer than 1.23",
          numbers: { kubernetesVersion: '1.9' },
          fix: "set kubernetesVersion to '1.36', one minor version at a time where clusters stand already",
        },
      ]);
    },
  );

  test('may be acknowledged where EKS has released a version since', () => {
    const { system, production } = soundSystem({ production: { kubernetesVersion: '1.37' } });
    production.acknowledge('EKS-001', { reason: 'released last week', until: '2026-12-31' });

    const found = (asOf: string) =>
      review(system, { asOf }).findings.filter(({ rule }) => rule === 'EKS-001');

    expect(found('2026-12-31')).toStrictEqual([]);
    expect(found('2027-01-01')).toHaveLength(1);
  });

  test('does not judge clusters that exist already', () => {
    const { system, production } = soundSystem({ production: { kubernetesVersion: '1.23' } });
    production.existing('eu-west-1', {
      cluster: {
        name: 'shared',
        securityGroupId: 'sg-1',
        secretsRoleArn: 'arn:aws:iam::111122223333:role/secrets',
      },
    });

    expect(breaches(system, 'EKS-001', '2026-12-31')).toStrictEqual([]);
  });
});
