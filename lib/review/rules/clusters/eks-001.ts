import { KUBERNETES_RELEASES, standardSupportEnd } from '../../../core/kubernetes-releases';
import { defineRule, type Breach } from '../../rule';
import { buildingClusters, minorOf, upgradeFrom } from './kubernetes-support';

/** Clusters run a version of Kubernetes in standard support. */
export const EKS_001 = defineRule(
  {
    id: 'EKS-001',
    title: 'clusters run a version of Kubernetes in standard support',
    severity: 'error',
    rationale:
      'Clusters are built without extended support, in which a control plane costs six times as much. When standard support ends, EKS upgrades the control plane by itself, at a time of its own choice, and the declared version no longer says what runs. A version that is not in the calendar known here cannot be judged, and may be misspelt.',
    formula:
      'the day of the review is before the first day of extended support of kubernetesVersion',
    example:
      "kubernetesVersion '1.33' may be reviewed until 2026-07-28, and not from 2026-07-29 on",
    source:
      'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#kubernetes-release-calendar',
  },
  function* ({ environments, asOf }) {
    for (const { kubernetesVersion, node } of buildingClusters(environments)) {
      const found = judge(kubernetesVersion, asOf);
      if (found !== undefined) yield { path: node.path, ...found };
    }
  },
);

function judge(version: string, asOf: string | undefined): Omit<Breach, 'path'> | undefined {
  const end = standardSupportEnd(version);
  if (end === undefined) return unknown(version, asOf);
  if (asOf === undefined || asOf < end) return undefined;
  return {
    problem: `kubernetesVersion is '${version}', which is out of standard support since ${end}`,
    numbers: { kubernetesVersion: version, endOfStandardSupport: end, asOf },
    fix: upgradeFrom(version, asOf),
  };
}

function unknown(version: string, asOf: string | undefined): Omit<Breach, 'path'> {
  const [oldest, newest] = [KUBERNETES_RELEASES.at(0), KUBERNETES_RELEASES.at(-1)];
  const newer = minorOf(version) > minorOf(newest?.version ?? '');
  return {
    problem: newer
      ? `kubernetesVersion is '${version}', the newest that is known is ${newest?.version}`
      : `kubernetesVersion is '${version}', which is out of standard support for longer than ${oldest?.version}`,
    numbers: { kubernetesVersion: version },
    fix: newer ? `set kubernetesVersion to '${newest?.version}'` : upgradeFrom(version, asOf),
  };
}
