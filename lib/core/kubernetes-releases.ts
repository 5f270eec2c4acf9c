/** How long EKS supports a minor version of Kubernetes. */
export interface KubernetesRelease {
  /** Major and minor version, for example `1.35`. */
  readonly version: string;
  /** The first day, in UTC, that is billed as extended support, as `YYYY-MM-DD`. */
  readonly endOfStandardSupport: string;
  /** The day from which EKS upgrades the control plane by itself, as `YYYY-MM-DD`. */
  readonly endOfExtendedSupport: string;
}

/** Version, end of standard support, end of extended support. */
const CALENDAR: readonly (readonly [string, string, string])[] = [
  ['1.23', '2023-10-11', '2024-10-11'],
  ['1.24', '2024-01-31', '2025-01-31'],
  ['1.25', '2024-05-01', '2025-05-01'],
  ['1.26', '2024-06-11', '2025-06-11'],
  ['1.27', '2024-07-24', '2025-07-24'],
  ['1.28', '2024-11-26', '2025-11-26'],
  ['1.29', '2025-03-23', '2026-03-23'],
  ['1.30', '2025-07-23', '2026-07-23'],
  ['1.31', '2025-11-26', '2026-11-26'],
  ['1.32', '2026-03-23', '2027-03-23'],
  ['1.33', '2026-07-29', '2027-07-29'],
  ['1.34', '2026-12-02', '2027-12-02'],
  ['1.35', '2027-03-27', '2028-03-27'],
  ['1.36', '2027-08-02', '2028-08-02'],
];

/**
 * The release calendar of EKS, oldest first, from the first version that had extended support.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#kubernetes-release-calendar
 */
export const KUBERNETES_RELEASES: readonly KubernetesRelease[] = CALENDAR.map(
  ([version, endOfStandardSupport, endOfExtendedSupport]) => ({
    version,
    endOfStandardSupport,
    endOfExtendedSupport,
  }),
);

/** The day a version's standard support ends, or nothing when the calendar does not have the version. */
export function standardSupportEnd(version: string): string | undefined {
  return releaseOf(version)?.endOfStandardSupport;
}

/** The day a version's extended support ends, or nothing when the calendar does not have the version. */
export function extendedSupportEnd(version: string): string | undefined {
  return releaseOf(version)?.endOfExtendedSupport;
}

function releaseOf(version: string): KubernetesRelease | undefined {
  return KUBERNETES_RELEASES.find((release) => release.version === version);
}
