import { DataAwsEksAddonVersion } from '@cdktf/provider-aws/lib/data-aws-eks-addon-version';
import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { fitName } from '../../core/names';
import { AddOnRole } from './add-on-role';
import type { AddOnSet } from './add-on-sets';

/** What `AddOns` are made of. */
export interface AddOnsProps {
  /** Name of the cluster. */
  readonly clusterName: string;
  /** What the names of the add-ons' roles begin with. */
  readonly name: string;
  /** The add-ons. */
  readonly addOns: AddOnSet;
  /**
   * Version of Kubernetes whose default versions the add-ons have and follow, for example `1.35`.
   * @default - the default versions of the cluster when they are created, for good
   */
  readonly kubernetesVersion?: string;
  /**
   * What stands before the add-ons are installed.
   * @default - only the cluster, and the roles of the add-ons
   */
  readonly after?: readonly ITerraformDependable[];
}

/**
 * EKS add-ons of a cluster; what is declared wins over what somebody changed in the cluster.
 *
 * @example
 * new AddOns(this, 'AddOns', { clusterName: 'shop', name: 'shop', addOns: { coredns: {} } });
 */
export class AddOns extends Construct {
  /** The add-ons: whatever needs them depends on them. */
  public readonly resources: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: AddOnsProps) {
    super(scope, id);
    const { clusterName, name, addOns, kubernetesVersion, after = [] } = props;
    this.resources = Object.entries(addOns).map(([addonName, { configuration, access }]) => {
      const role =
        access &&
        new AddOnRole(this, `Role-${addonName}`, {
          name: fitName([name, addonName], 'iamRole'),
          clusterName,
          ...access,
        });
      const dependsOn = role ? [role.attachment, ...after] : [...after];
      return new EksAddon(this, addonName, {
        dependsOn: dependsOn.length === 0 ? undefined : dependsOn,
        clusterName,
        addonName,
        addonVersion: kubernetesVersion && this.readVersion(addonName, kubernetesVersion),
        configurationValues: configuration && JSON.stringify(configuration),
        podIdentityAssociation: role && [role.association],
        resolveConflictsOnCreate: 'OVERWRITE',
        resolveConflictsOnUpdate: 'OVERWRITE',
      });
    });
  }

  /** Add-ons stay at the version they have when a cluster is upgraded, unless they are told another. */
  private readVersion(addonName: string, kubernetesVersion: string): string {
    return new DataAwsEksAddonVersion(this, `Version-${addonName}`, {
      addonName,
      kubernetesVersion,
      mostRecent: false,
    }).version;
  }
}
