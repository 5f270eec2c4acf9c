import { KUBERNETES_RELEASES } from '../../../core/kubernetes-releases';
import type { Environment } from '../../../model/environment';

/** The environments that build a Kubernetes cluster, in a version that can be read. */
export function buildingClusters(environments: readonly Environment[]): readonly Environment[] {
  return environments.filter(
    (environment) =>
      !Number.isNaN(minorOf(environment.kubernetesVersion)) &&
      environment.regions.some((region) => environment.existingIn(region).cluster === undefined),
  );
}

/** The minor version as a number: 35 of `1.35`; `NaN` of what is none. */
export function minorOf(version: string): number {
  return Number(/^1\.(\d+)$/.exec(version)?.[1] ?? Number.NaN);
}

/** The change that brings clusters to the newest version that is supported on a day, or is known when none is given. */
export function upgradeFrom(version: string, asOf: string | undefined): string {
  const newest = KUBERNETES_RELEASES.findLast(
    ({ endOfStandardSupport }) => asOf === undefined || asOf < endOfStandardSupport,
  )?.version;
  if (newest === undefined || newest === version)
    return 'set kubernetesVersion to one that EKS has released since';
  const steps = minorOf(newest) - minorOf(version);
  const slowly = steps > 1 ? ', one minor version at a time where clusters stand already' : '';
  return `set kubernetesVersion to '${newest}'${slowly}`;
}

const DAY_MS = 86_400_000;

/** Days from one day to another. */
export function daysUntil(day: string, asOf: string): number {
  return Math.round((Date.parse(day) - Date.parse(asOf)) / DAY_MS);
}
