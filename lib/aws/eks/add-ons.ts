import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** The configuration of add-ons, by name. */
export type AddOnConfigurations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What `AddOns` are made of. */
export interface AddOnsProps {
  /** Name of the cluster. */
  readonly clusterName: string;
  /** The add-ons, in the version EKS has as default when they are created. */
  readonly configurations: AddOnConfigurations;
  /**
   * What stands before the add-ons are installed.
   * @default - only the cluster
   */
  readonly after?: readonly ITerraformDependable[];
}

/** What a node needs to be ready: DaemonSets, which are healthy while they wait for a node. */
export const BEFORE_NODES: AddOnConfigurations = {
  // Without it NetworkPolicy objects are accepted and do nothing.
  'vpc-cni': { enableNetworkPolicy: 'true' },
  'eks-pod-identity-agent': {},
  'kube-proxy': {},
};

/** What is degraded until nodes run it. */
export const AFTER_NODES: AddOnConfigurations = {
  coredns: {},
  // Without it no autoscaler of pods knows how busy they are.
  'metrics-server': {},
};

/**
 * EKS add-ons of a cluster; what is declared wins over what somebody changed in the cluster.
 *
 * @example
 * new AddOns(this, 'AddOns', { clusterName: 'shop', configurations: { coredns: {} } });
 */
export class AddOns extends Construct {
  /** The add-ons: whatever needs them depends on them. */
  public readonly resources: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: AddOnsProps) {
    super(scope, id);
    const { clusterName, configurations, after = [] } = props;
    this.resources = Object.entries(configurations).map(
      ([addonName, configuration]) =>
        new EksAddon(this, addonName, {
          dependsOn: after.length === 0 ? undefined : [...after],
          clusterName,
          addonName,
          configurationValues:
            Object.keys(configuration).length === 0 ? undefined : JSON.stringify(configuration),
          resolveConflictsOnCreate: 'OVERWRITE',
          resolveConflictsOnUpdate: 'OVERWRITE',
        }),
    );
  }
}
