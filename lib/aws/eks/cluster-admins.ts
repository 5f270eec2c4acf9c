import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { Construct } from 'constructs';
import { assertRoleArn } from './role-arn';

/** What `ClusterAdmins` are made of. */
export interface ClusterAdminsProps {
  /** Name of the cluster. */
  readonly clusterName: string;
  /** ARNs of IAM roles, written out: they name the entries. */
  readonly roleArns: readonly string[];
}

const ADMIN_POLICY = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy';

/**
 * IAM roles that administer a whole cluster.
 *
 * @example
 * new ClusterAdmins(this, 'Admins', { clusterName: 'shop', roleArns: ['arn:aws:iam::111122223333:role/platform'] });
 */
export class ClusterAdmins extends Construct {
  public constructor(scope: Construct, id: string, props: ClusterAdminsProps) {
    super(scope, id);
    const { clusterName, roleArns } = props;
    for (const principalArn of new Set(roleArns)) {
      assertRoleArn(this, 'adminRoleArns', principalArn);
      // The ARN is the id, so that taking one away moves no other: EKS refuses a second entry for a principal.
      const entry = new EksAccessEntry(this, principalArn, { clusterName, principalArn });
      new EksAccessPolicyAssociation(this, `${principalArn} policy`, {
        clusterName,
        principalArn,
        policyArn: ADMIN_POLICY,
        accessScope: { type: 'cluster' },
        dependsOn: [entry],
      });
    }
  }
}
