import { UnscopedPlatformError } from '../../core/errors';

/**
 * A minor version of Kubernetes on EKS.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 * @example
 * KubernetesVersion.of('1.36');
 */
export class KubernetesVersion {
  /** Kubernetes 1.33. */
  public static readonly V1_33 = KubernetesVersion.of('1.33');
  /** Kubernetes 1.34. */
  public static readonly V1_34 = KubernetesVersion.of('1.34');
  /** Kubernetes 1.35. */
  public static readonly V1_35 = KubernetesVersion.of('1.35');

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
  ) {}
}
