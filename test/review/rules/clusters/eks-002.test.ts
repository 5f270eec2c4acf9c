import type { KubernetesMinor } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, PRODUCTION } from '../../breaches';

const found = (kubernetesVersion: KubernetesMinor, asOf?: string) =>
  breaches(soundSystem({ production: { kubernetesVersion } }).system, 'EKS-002', asOf);

describe('EKS-002', () => {
  test('is silent until 61 days before the end of support', () => {
    expect(found('1.34', '2026-10-02')).toStrictEqual([]);
  });

  test('warns from 60 days before it on', () => {
    expect(found('1.34', '2026-10-03')).toStrictEqual([
      {
        path: PRODUCTION,
        problem:
          "kubernetesVersion is '1.34', which is out of standard support from 2026-12-02 on, in 60 days",
        numbers: {
          kubernetesVersion: '1.34',
          endOfStandardSupport: '2026-12-02',
          asOf: '2026-10-03',
          days: 60,
        },
        fix: "set kubernetesVersion to '1.36', one minor version at a time where clusters stand already",
      },
    ]);
  });

  test('warns on the last day, and leaves the next to the error', () => {
    expect(found('1.34', '2026-12-01').map(({ numbers }) => numbers['days'])).toStrictEqual([1]);
    expect(found('1.34', '2026-12-02')).toStrictEqual([]);
  });

  test.each([
    ['without a day', '1.34', undefined],
    ['of a version that is not known', '1.37', '2026-12-31'],
  ] as const)('says nothing %s', (_why, version, asOf) => {
    expect(found(version, asOf)).toStrictEqual([]);
  });
});
