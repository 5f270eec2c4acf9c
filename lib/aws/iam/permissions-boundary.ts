import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { Construct } from 'constructs';
import { boundaryStatements } from './boundary-statements';
import type { EnvironmentScope } from './environment-scope';
import { assertEnvironment, namePrefix } from './environment-scope';
import type { PolicyStatement } from './policy-document';
import { MANAGED_POLICY_LENGTH, renderWithin } from './role-parts';

/** What a `PermissionsBoundary` is made of. */
export interface PermissionsBoundaryProps extends EnvironmentScope {
  /**
   * What workloads may be granted besides, for example the topics of a Kafka cluster that is named otherwise.
   * @default - nothing
   */
  readonly statements?: readonly PolicyStatement[];
}

/**
 * The most that a role made by a pipeline can do: use the data of its environment, and administer nothing.
 *
 * It grants nothing by itself. A role that has it can do what both its own policy and the boundary allow.
 *
 * There is one an environment: it keeps the roles of a team within the data of the environment, not within the team's
 * own, and databases within the account. Who may write the policy of a role can write the data of another team into it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 * @example
 * new PermissionsBoundary(this, 'Boundary', {
 *   system: 'shop',
 *   environment: 'production',
 *   account: '111122223333',
 *   regions: ['eu-west-1'],
 * });
 */
export class PermissionsBoundary extends Construct {
  /** The policy. */
  public readonly policy: IamPolicy;
  /** ARN of the policy. */
  public readonly policyArn: string;

  public constructor(scope: Construct, id: string, props: PermissionsBoundaryProps) {
    super(scope, id);
    assertEnvironment(this, props);
    const { statements = [] } = props;
    const name = boundaryName(props);

    this.policy = new IamPolicy(this, 'Resource', {
      name,
      description: `The most that a workload of ${namePrefix(props)} can do`,
      policy: renderWithin(
        this,
        [...boundaryStatements(props), ...statements],
        MANAGED_POLICY_LENGTH,
      ),
      tags: { Name: name },
    });
    this.policyArn = this.policy.arn;
  }
}

/** Name of the boundary of an environment. */
function boundaryName(environment: EnvironmentScope): string {
  return `${namePrefix(environment)}-boundary`;
}

/** ARN of the boundary of an environment, for stacks that do not hold it. */
export function permissionsBoundaryArn(environment: EnvironmentScope): string {
  return `arn:aws:iam::${environment.account}:policy/${boundaryName(environment)}`;
}
