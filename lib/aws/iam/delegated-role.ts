import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertName } from '../checks';
import type { PolicyStatement } from './policy-document';
import { renderPolicy, renderTrust } from './policy-document';
import { assertStatements } from './role-parts';
import { ASSUME } from './workload-role';

/** What a `DelegatedRole` is made of. */
export interface DelegatedRoleProps {
  /** Name of the role, unique in the account: roles are global. */
  readonly name: string;
  /** ARNs of the roles that may assume it, one or more. */
  readonly assumableBy: readonly string[];
  /** What it may do, one statement or more. */
  readonly statements: readonly PolicyStatement[];
  /**
   * ARN of the policy that bounds what the role may do, whatever its statements say.
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/**
 * A role that other roles assume to do one thing, for example External Secrets to read the secrets of one service.
 *
 * An operator that serves many services then has no right of its own, and each of its requests has those of one service.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html#iam-term-role-chaining
 * @example
 * new DelegatedRole(this, 'Reader', {
 *   name: 'shop-orders-secrets',
 *   assumableBy: ['arn:aws:iam::111122223333:role/shop-external-secrets'],
 *   statements: [
 *     {
 *       sid: 'Read',
 *       actions: ['secretsmanager:GetSecretValue'],
 *       resources: ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/orders/*'],
 *     },
 *   ],
 * });
 */
export class DelegatedRole extends Construct {
  /** The role. */
  public readonly role: IamRole;
  /** ARN of the role. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: DelegatedRoleProps) {
    super(scope, id);
    const { name, assumableBy, statements } = props;
    assertName(this, 'name', name, 'iamRole');
    assertSome(this, 'assumableBy', assumableBy);
    assertSome(this, 'statements', statements);
    assertStatements(this, statements);

    this.role = new IamRole(this, 'Resource', {
      name,
      assumeRolePolicy: renderTrust(ASSUME, [{ roles: assumableBy }]),
      permissionsBoundary: props.permissionsBoundaryArn,
      tags: { Name: name },
    });
    this.roleArn = this.role.arn;
    new IamRolePolicy(this, 'Policy', {
      name,
      role: this.role.name,
      policy: renderPolicy(statements),
    });
  }
}

function assertSome(
  scope: Construct,
  prop: string,
  list: readonly string[] | readonly PolicyStatement[],
): void {
  if (list.length > 0) return;
  throw new PlatformError(scope, `${prop} is empty, one or more are needed`, `name one in ${prop}`);
}
