import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertName } from '../checks';
import { assertRoleArn } from './role-arn';

/**
 * What a role may do: read all but secrets, read all, change what runs in namespaces, change roles of namespaces too,
 * or everything.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
export type ClusterPermission = 'view' | 'admin-view' | 'edit' | 'admin' | 'cluster-admin';

/** A permission of a role. */
export interface AccessGrant {
  /** ARN of the IAM role, written out: it names the entry. */
  readonly roleArn: string;
  /** What the role may do. */
  readonly permission: ClusterPermission;
  /**
   * Namespaces it may do it in; a name may end in `*`.
   * @default - the whole cluster
   */
  readonly namespaces?: readonly string[];
}

/** What `ClusterAccess` is made of. */
export interface ClusterAccessProps {
  /** Name of the cluster; it knows access entries. */
  readonly clusterName: string;
  /** Who may do what, a permission once a role; a role of `adminRoleArns` has an entry already and is not to be named. */
  readonly grants: readonly AccessGrant[];
}

const POLICIES: Readonly<Record<ClusterPermission, string>> = {
  view: 'AmazonEKSViewPolicy',
  'admin-view': 'AmazonEKSAdminViewPolicy',
  edit: 'AmazonEKSEditPolicy',
  admin: 'AmazonEKSAdminPolicy',
  'cluster-admin': 'AmazonEKSClusterAdminPolicy',
};

/**
 * Access of IAM roles to the Kubernetes API of a cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 * @example
 * new ClusterAccess(this, 'Access', {
 *   clusterName: 'shop',
 *   grants: [{ roleArn: 'arn:aws:iam::111122223333:role/grafana', permission: 'view' }],
 * });
 */
export class ClusterAccess extends Construct {
  public constructor(scope: Construct, id: string, props: ClusterAccessProps) {
    super(scope, id);
    const { clusterName, grants } = props;
    assertGrants(this, grants);

    const entries = this.addEntries(clusterName, grants);
    for (const { roleArn: principalArn, permission, namespaces } of grants) {
      new EksAccessPolicyAssociation(this, `${principalArn} ${permission}`, {
        clusterName,
        principalArn,
        policyArn: `arn:aws:eks::aws:cluster-access-policy/${POLICIES[permission]}`,
        accessScope:
          namespaces === undefined
            ? { type: 'cluster' }
            : { type: 'namespace', namespaces: [...namespaces] },
        dependsOn: entries.filter((entry) => entry.principalArnInput === principalArn),
      });
    }
  }

  /** The ARN is the id, so that taking one away moves no other: EKS refuses a second entry for a principal. */
  private addEntries(
    clusterName: string,
    grants: readonly AccessGrant[],
  ): readonly EksAccessEntry[] {
    return [...new Set(grants.map(({ roleArn }) => roleArn))].map(
      (principalArn) => new EksAccessEntry(this, principalArn, { clusterName, principalArn }),
    );
  }
}

function assertGrants(scope: Construct, grants: readonly AccessGrant[]): void {
  grants.forEach(({ roleArn, permission, namespaces }, index) => {
    assertRoleArn(scope, `grants[${index}].roleArn`, roleArn);
    const first = grants.findIndex(
      (other) => other.roleArn === roleArn && other.permission === permission,
    );
    if (first !== index) {
      throw new PlatformError(
        scope,
        `grants[${index}] gives '${roleArn}' the permission '${permission}' of grants[${first}] again`,
        'name all namespaces in one grant',
      );
    }
    assertNamespaces(scope, `grants[${index}].namespaces`, namespaces);
  });
}

function assertNamespaces(
  scope: Construct,
  prop: string,
  namespaces: readonly string[] | undefined,
): void {
  if (namespaces?.length === 0) {
    throw new PlatformError(
      scope,
      `${prop} has 0 entries, 1 or more are needed`,
      'name a namespace, or leave namespaces out to mean the whole cluster',
    );
  }
  for (const namespace of namespaces ?? []) {
    assertName(scope, prop, namespace.replace(/[*]$/, 'x'), 'kubernetesNamespace');
  }
}
