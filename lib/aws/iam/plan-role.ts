import { Construct } from 'constructs';
import type { EnvironmentScope } from './environment-scope';
import { assertEnvironment, namePrefix } from './environment-scope';
import { branchSubject, pullRequestSubject } from './github';
import { PipelineRole } from './pipeline-role';
import { planStatements } from './plan-statements';

/** What a `PlanRole` is made of. */
export interface PlanRoleProps extends EnvironmentScope {
  /** Repository whose jobs plan: `owner/name`, or `owner@id/name@id`. */
  readonly repository: string;
  /** Name of the bucket that keeps the state of the environment's stacks. */
  readonly stateBucket: string;
  /**
   * ARN of the key that bucket is encrypted with.
   * @default - S3's own key, which needs no permission
   */
  readonly stateKeyArn?: string;
  /**
   * Branch whose jobs plan.
   * @default 'main'
   */
  readonly branch?: string;
  /**
   * Whether jobs of pull requests plan too. Whoever can push a branch to the repository then reads the configuration of
   * the account, the states and the master passwords of the environment's global databases, and can delete locks,
   * before anybody has reviewed a line.
   * @default false
   */
  readonly pullRequests?: boolean;
}

/**
 * The identity of the jobs that plan an environment's stacks: it reads configuration, states and the master passwords of
 * global databases, holds locks, and changes nothing else.
 *
 * Only jobs of one branch may assume it, unless `pullRequests` lets in code that nobody has reviewed.
 *
 * @example
 * new PlanRole(this, 'Plan', {
 *   system: 'shop',
 *   environment: 'production',
 *   account: '111122223333',
 *   regions: ['eu-west-1'],
 *   repository: 'example/shop',
 *   stateBucket: 'shop-production-terraform-state-111122223333',
 * });
 */
export class PlanRole extends Construct {
  /** ARN of the role. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: PlanRoleProps) {
    super(scope, id);
    assertEnvironment(this, props);
    const { repository, stateBucket, stateKeyArn, branch = 'main', pullRequests = false } = props;

    this.roleArn = new PipelineRole(this, 'Role', {
      name: `${namePrefix(props)}-ci-plan`,
      account: props.account,
      repository,
      subjects: [
        branchSubject(repository, branch),
        ...(pullRequests ? [pullRequestSubject(repository)] : []),
      ],
      statements: planStatements(props, { bucket: stateBucket, keyArn: stateKeyArn }),
      managedPolicyArns: { ReadOnlyAccess: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    }).roleArn;
  }
}
