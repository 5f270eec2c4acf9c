import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { assertName } from '../checks';
import type { PolicyStatement, TrustedPrincipal } from './policy-document';
import { renderPolicy, renderTrust } from './policy-document';
import { assertStatements } from './role-parts';

/** What a `WorkloadRole` is made of. */
export interface WorkloadRoleProps {
  /** Name of the role, unique in the account: roles are global. */
  readonly name: string;
  /** Name of the EKS cluster the pods run in; it has the Pod Identity agent. */
  readonly clusterName: string;
  /** Kubernetes namespace of the service account. */
  readonly namespace: string;
  /** Kubernetes service account of the pods; it may be created later. */
  readonly serviceAccount: string;
  /** What the pods may do; no statement, no policy. */
  readonly statements: readonly PolicyStatement[];
  /**
   * ARNs of other roles that may assume this one, for example those of a job in another cluster.
   * @default - only the pods
   */
  readonly assumableBy?: readonly string[];
  /**
   * ARN of the cluster; with it not even a cluster of the same name in another region can use the role.
   * @default - the name of the cluster is enough
   */
  readonly clusterArn?: string;
  /**
   * ARN of the policy that bounds what the role may do, whatever its statements say.
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** Pod Identity tags its sessions, and a role reached from such a session must let the tags through. */
export const ASSUME = ['sts:AssumeRole', 'sts:TagSession'];

/**
 * The AWS identity of a Kubernetes workload: a role bound to a service account by EKS Pod Identity, which no other
 * service account can use, even if somebody associates it with one.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 * @example
 * new WorkloadRole(this, 'Orders', {
 *   name: 'shop-orders',
 *   clusterName: 'shop',
 *   namespace: 'ordering',
 *   serviceAccount: 'orders',
 *   statements: [{ sid: 'ReadReceipts', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::example-receipts/*'] }],
 * });
 */
export class WorkloadRole extends Construct {
  /** The role. */
  public readonly role: IamRole;
  /** ARN of the role. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: WorkloadRoleProps) {
    super(scope, id);
    const { name, clusterName, namespace, serviceAccount, statements, assumableBy = [] } = props;
    assertName(this, 'name', name, 'iamRole');
    assertName(this, 'namespace', namespace, 'kubernetesNamespace');
    assertName(this, 'serviceAccount', serviceAccount, 'kubernetesName');
    assertStatements(this, statements);

    const pods = trustPods(props);
    this.role = new IamRole(this, 'Resource', {
      name,
      assumeRolePolicy: renderTrust(
        ASSUME,
        assumableBy.length === 0 ? [pods] : [pods, { roles: assumableBy }],
      ),
      permissionsBoundary: props.permissionsBoundaryArn,
      tags: { Name: name },
    });
    this.roleArn = this.role.arn;
    if (statements.length > 0) {
      new IamRolePolicy(this, 'Policy', {
        name,
        role: this.role.name,
        policy: renderPolicy(statements),
      });
    }
    new EksPodIdentityAssociation(this, 'Association', {
      clusterName,
      namespace,
      serviceAccount,
      roleArn: this.roleArn,
    });
  }
}

/**
 * Pod Identity says in tags of its request whose pods it assumes the role for.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html#pod-id-abac-tags
 */
function trustPods(props: WorkloadRoleProps): TrustedPrincipal {
  const { clusterName, clusterArn, namespace, serviceAccount } = props;
  const tags = {
    'aws:RequestTag/eks-cluster-name': [clusterName],
    'aws:RequestTag/kubernetes-namespace': [namespace],
    'aws:RequestTag/kubernetes-service-account': [serviceAccount],
    ...(clusterArn === undefined ? {} : { 'aws:RequestTag/eks-cluster-arn': [clusterArn] }),
  };
  return { service: 'pods.eks.amazonaws.com', conditions: { StringEquals: tags } };
}
