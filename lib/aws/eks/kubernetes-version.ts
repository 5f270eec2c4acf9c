import { UnscopedPlatformError } from '../../core/errors';
import { extendedSupportEnd, standardSupportEnd } from '../../core/kubernetes-releases';

/**
 * A minor version of Kubernetes on EKS.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 * @example
 * KubernetesVersion.of('1.37');
 */
export class KubernetesVersion {
  /** Kubernetes 1.33. */
  public static readonly V1_33 = KubernetesVersion.of('1.33');
  /** Kubernetes 1.34. */
  public static readonly V1_34 = KubernetesVersion.of('1.34');
  /** Kubernetes 1.35. */
  public static readonly V1_35 = KubernetesVersion.of('1.35');
  /** Kubernetes 1.36. */
  public static readonly V1_36 = KubernetesVersion.of('1.36');

  /** The first day of extended support, as `YYYY-MM-DD`; nothing when the version is not in the calendar of EKS. */
  public readonly endOfStandardSupport: string | undefined;
  /** The day EKS upgrades the cluster by itself, as `YYYY-MM-DD`; nothing when the version is not in the calendar. */
  public readonly endOfExtendedSupport: string | undefined;

  /** A version that has no constant here. */
  public static of(version: string): KubernetesVersion {
    if (!/^1\.\d+$/.test(version)) {
      throw new UnscopedPlatformError(
        `version '${version}' is not a minor version of Kubernetes`,
        "write it like '1.35'",
      );
    }
    return new KubernetesVersion(version);
  }

  private constructor(
    /** Major and minor version, for example `1.35`. */
    public readonly version: string,
  ) {
    this.endOfStandardSupport = standardSupportEnd(version);
    this.endOfExtendedSupport = extendedSupportEnd(version);
  }
}
