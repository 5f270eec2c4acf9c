import type { KubernetesMinor } from '../../../../lib/model';
import {
  buildingClusters,
  daysUntil,
  minorOf,
  upgradeFrom,
} from '../../../../lib/review/rules/clusters/kubernetes-support';
import { soundSystem } from '../../../support/systems';

const CLUSTER = {
  name: 'shared',
  securityGroupId: 'sg-1',
  secretsRoleArn: 'arn:aws:iam::111122223333:role/secrets',
};

test.each([
  ['1.35', 35],
  ['1.100', 100],
  ['2.0', Number.NaN],
  ['1.35.1', Number.NaN],
  ['', Number.NaN],
])('the minor version of %j is %d', (version, minor) => {
  expect(minorOf(version)).toBe(minor);
});

test.each([
  ['2026-12-02', '2026-12-01', 1],
  ['2026-12-02', '2026-12-02', 0],
  ['2026-12-02', '2026-12-03', -1],
  ['2028-03-01', '2028-02-28', 2],
])('until %s there are, from %s on, %d days', (day, asOf, days) => {
  expect(daysUntil(day, asOf)).toBe(days);
});

describe('an upgrade', () => {
  test.each([
    ['1.35', '2026-12-31', "set kubernetesVersion to '1.36'"],
    [
      '1.34',
      '2026-12-31',
      "set kubernetesVersion to '1.36', one minor version at a time where clusters stand already",
    ],
    ['1.35', undefined, "set kubernetesVersion to '1.36'"],
    ['1.36', '2027-06-30', 'set kubernetesVersion to one that EKS has released since'],
    ['1.35', '2027-08-02', 'set kubernetesVersion to one that EKS has released since'],
  ])('from %s on %s', (version, asOf, fix) => {
    expect(upgradeFrom(version, asOf)).toBe(fix);
  });
});

describe('the environments that build clusters', () => {
  const regions = ['eu-west-1', 'us-east-1'] as const;
  const building = (existing: readonly (typeof regions)[number][], version?: KubernetesMinor) => {
    const { production } = soundSystem({
      production: { regions, ...(version && { kubernetesVersion: version }) },
    });
    for (const region of existing) production.existing(region, { cluster: CLUSTER });
    return buildingClusters([production]).length;
  };

  test('build one somewhere', () => {
    expect(building([])).toBe(1);
    expect(building(['eu-west-1'])).toBe(1);
    expect(building(regions)).toBe(0);
  });

  test('have a version that can be read', () => {
    expect(building([], '1.-1')).toBe(0);
  });
});
