import { standardSupportEnd } from '../../../core/kubernetes-releases';
import { defineRule } from '../../rule';
import { buildingClusters, daysUntil, upgradeFrom } from './kubernetes-support';

/** Days that an upgrade is planned ahead. */
const NOTICE_DAYS = 60;

/** Standard support of the version of Kubernetes does not end soon. */
export const EKS_002 = defineRule(
  {
    id: 'EKS-002',
    title: 'standard support of the version of Kubernetes does not end soon',
    severity: 'warning',
    rationale:
      'An upgrade is tried in one environment after the other and one region after the other. Begun in time, it is done before EKS does it by itself.',
    formula: 'days until the first day of extended support > 60',
    example: "kubernetesVersion '1.34' is reported from 2026-10-03 on, 60 days before 2026-12-02",
    source:
      'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#kubernetes-release-calendar',
  },
  function* ({ environments, asOf }) {
    if (asOf === undefined) return;
    for (const { kubernetesVersion, node } of buildingClusters(environments)) {
      const end = standardSupportEnd(kubernetesVersion);
      if (end === undefined) continue;
      const days = daysUntil(end, asOf);
      if (days <= 0 || days > NOTICE_DAYS) continue;
      yield {
        path: node.path,
        problem: `kubernetesVersion is '${kubernetesVersion}', which is out of standard support from ${end} on, in ${days} days`,
        numbers: { kubernetesVersion, endOfStandardSupport: end, asOf, days },
        fix: upgradeFrom(kubernetesVersion, asOf),
      };
    }
  },
);
