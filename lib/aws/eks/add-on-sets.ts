/** An EKS add-on. */
export interface AddOn {
  /**
   * Its configuration, as its schema says.
   * @default - that of EKS
   */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /**
   * The AWS managed policy its pods need, and their service account.
   * @default - its pods call no AWS service
   */
  readonly access?: { readonly serviceAccount: string; readonly managedPolicy: string };
}

/** Add-ons by name. */
export type AddOnSet = Readonly<Record<string, AddOn>>;

/** What the add-ons that run on nodes depend on. */
export interface LateAddOnsOptions {
  /** Whether the nodes take only pods that tolerate `CriticalAddonsOnly`. */
  readonly criticalAddOnsOnly: boolean;
  /** Tags of the volumes that pods claim. */
  readonly tags: Readonly<Record<string, string>>;
}

/** The taint of nodes that are kept for what the cluster itself runs on. */
export const CRITICAL_ADD_ONS_ONLY = 'CriticalAddonsOnly';

/**
 * What a node needs to be ready: DaemonSets, which are healthy while they wait for a node. The network plugin and the
 * agent that hands it its role both use the node's own network, so neither waits for the other.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html
 */
export const BEFORE_NODES: AddOnSet = {
  'vpc-cni': {
    // Without it NetworkPolicy objects are accepted and do nothing.
    configuration: { enableNetworkPolicy: 'true' },
    access: { serviceAccount: 'aws-node', managedPolicy: 'AmazonEKS_CNI_Policy' },
  },
  'eks-pod-identity-agent': {},
  'kube-proxy': {},
};

/**
 * What is degraded until nodes run it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
 */
export function addOnsAfterNodes({ criticalAddOnsOnly, tags }: LateAddOnsOptions): AddOnSet {
  return {
    coredns: {},
    // Without it no autoscaler of pods knows how busy they are. Unlike the others it does not tolerate the taint itself.
    'metrics-server': criticalAddOnsOnly
      ? {
          configuration: { tolerations: [{ key: CRITICAL_ADD_ONS_ONLY, operator: 'Exists' }] },
        }
      : {},
    'aws-ebs-csi-driver': {
      configuration:
        Object.keys(tags).length === 0 ? undefined : { controller: { extraVolumeTags: tags } },
      access: {
        serviceAccount: 'ebs-csi-controller-sa',
        managedPolicy: 'service-role/AmazonEBSCSIDriverPolicy',
      },
    },
  };
}
