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
  /** The add-ons, in the version EKS has as default when they are created. */
  readonly addOns: AddOnSet;
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
    const { clusterName, name, addOns, after = [] } = props;
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
        configurationValues: configuration && JSON.stringify(configuration),
        podIdentityAssociation: role && [role.association],
        resolveConflictsOnCreate: 'OVERWRITE',
        resolveConflictsOnUpdate: 'OVERWRITE',
      });
    });
  }
}
