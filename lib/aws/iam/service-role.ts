import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import { assertName } from '../checks';
import { renderTrust } from './policy-document';

/** What a `ServiceRole` is made of. */
export interface ServiceRoleProps {
  /** Name of the role, unique in the account. */
  readonly name: string;
  /** The service that assumes it, such as `eks.amazonaws.com`. */
  readonly service: string;
  /** Names of the AWS managed policies it gets. */
  readonly managedPolicies: readonly string[];
}

/**
 * A role an AWS service assumes, with AWS managed policies.
 *
 * @example
 * new ServiceRole(this, 'Role', { name: 'shop-cluster', service: 'eks.amazonaws.com', managedPolicies: ['AmazonEKSClusterPolicy'] });
 */
export class ServiceRole extends Construct {
  /** ARN of the role. */
  public readonly arn: string;
  /** The attached policies: whatever needs the role to work depends on them. */
  public readonly attachments: readonly IamRolePolicyAttachment[];

  public constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    assertName(this, 'name', props.name, 'iamRole');

    const role = new IamRole(this, 'Resource', {
      name: props.name,
      assumeRolePolicy: renderTrust(['sts:AssumeRole'], [{ service: props.service }]),
      tags: { Name: props.name },
    });
    this.attachments = props.managedPolicies.map(
      (policy) =>
        new IamRolePolicyAttachment(this, policy, {
          role: role.name,
          policyArn: `arn:aws:iam::aws:policy/${policy}`,
        }),
    );
    this.arn = role.arn;
  }
}
