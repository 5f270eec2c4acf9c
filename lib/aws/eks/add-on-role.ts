import type { EksAddonPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-addon';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import { assertName } from '../checks';
import type { TrustedPrincipal } from '../iam/policy-document';
import { renderTrust } from '../iam/policy-document';

/** What an `AddOnRole` is made of. */
export interface AddOnRoleProps {
  /** Name of the role, unique in the account. */
  readonly name: string;
  /** Name of the cluster the add-on is in. */
  readonly clusterName: string;
  /** Kubernetes service account of the add-on's pods, in `kube-system`. */
  readonly serviceAccount: string;
  /** Path and name of the AWS managed policy it gets. */
  readonly managedPolicy: string;
}

/**
 * A role that pods of an EKS add-on take by Pod Identity; the add-on itself binds it to its service account.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/add-ons-iam.html
 * @example
 * new AddOnRole(this, 'Cni', {
 *   name: 'shop-vpc-cni',
 *   clusterName: 'shop',
 *   serviceAccount: 'aws-node',
 *   managedPolicy: 'AmazonEKS_CNI_Policy',
 * });
 */
export class AddOnRole extends Construct {
  /** What the add-on is told, so that its pods get the role. */
  public readonly association: EksAddonPodIdentityAssociation;
  /** The attached policy: the add-on works only with it. */
  public readonly attachment: IamRolePolicyAttachment;

  public constructor(scope: Construct, id: string, props: AddOnRoleProps) {
    super(scope, id);
    const { name, clusterName, serviceAccount, managedPolicy } = props;
    assertName(this, 'name', name, 'iamRole');

    const role = new IamRole(this, 'Resource', {
      name,
      assumeRolePolicy: renderTrust(
        ['sts:AssumeRole', 'sts:TagSession'],
        [trustPods(clusterName, serviceAccount)],
      ),
      tags: { Name: name },
    });
    this.association = { serviceAccount, roleArn: role.arn };
    this.attachment = new IamRolePolicyAttachment(this, 'Policy', {
      role: role.name,
      policyArn: `arn:aws:iam::aws:policy/${managedPolicy}`,
    });
  }
}

/**
 * Pod Identity says in tags of its request whose pods it assumes the role for.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html#pod-id-abac-tags
 */
function trustPods(clusterName: string, serviceAccount: string): TrustedPrincipal {
  return {
    service: 'pods.eks.amazonaws.com',
    conditions: {
      StringEquals: {
        'aws:RequestTag/eks-cluster-name': [clusterName],
        'aws:RequestTag/kubernetes-namespace': ['kube-system'],
        'aws:RequestTag/kubernetes-service-account': [serviceAccount],
      },
    },
  };
}
