import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { deployStatements } from './deploy-statements';
import type { EnvironmentScope } from './environment-scope';
import { assertEnvironment, namePrefix } from './environment-scope';
import { environmentSubject } from './github';
import { PipelineRole } from './pipeline-role';

/** What a `DeployRole` is made of. */
export interface DeployRoleProps extends EnvironmentScope {
  /** Repository whose jobs deploy: `owner/name`, or `owner@id/name@id`. */
  readonly repository: string;
  /** ARN of the `PermissionsBoundary` that bounds the roles it makes. */
  readonly permissionsBoundaryArn: string;
  /**
   * Names of roles that need more than the boundary and are made without it, such as those of clusters and nodes;
   * wildcards are allowed, but each begins with `<system>-<environment>-`.
   * @default - none
   */
  readonly platformRoleNames?: readonly string[];
  /**
   * Services that roles it makes may be given to.
   * @default - EC2, EKS and its pods, MSK, RDS monitoring, Backup, VPC flow logs, S3 and CloudTrail
   */
  readonly passedToServices?: readonly string[];
}

const PASSED_TO = [
  'backup.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'ec2.amazonaws.com',
  'eks.amazonaws.com',
  'kafka.amazonaws.com',
  'monitoring.rds.amazonaws.com',
  'pods.eks.amazonaws.com',
  's3.amazonaws.com',
  'vpc-flow-logs.amazonaws.com',
];

/**
 * The identity of the jobs that deploy an environment's platform: everything of the account but IAM, of which it has
 * the roles named after the environment, within a boundary it cannot lift.
 *
 * Only a job that runs in the environment of the same name can assume it, so that its reviewers decide.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
 * @example
 * new DeployRole(this, 'Deploy', {
 *   system: 'shop',
 *   environment: 'production',
 *   account: '111122223333',
 *   regions: ['eu-west-1'],
 *   repository: 'example/shop',
 *   permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/shop-production-boundary',
 *   platformRoleNames: ['shop-production-eu-west-1-cluster', 'shop-production-eu-west-1-nodes'],
 * });
 */
export class DeployRole extends Construct {
  /** ARN of the role. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: DeployRoleProps) {
    super(scope, id);
    assertEnvironment(this, props);
    const { repository, environment, platformRoleNames = [], passedToServices = PASSED_TO } = props;
    const prefix = namePrefix(props);
    const foreign = platformRoleNames.find((name) => !name.startsWith(`${prefix}-`));
    if (foreign !== undefined) {
      throw new PlatformError(
        this,
        `platformRoleNames has '${foreign}', which does not begin with '${prefix}-'`,
        'name roles of this environment only',
      );
    }

    this.roleArn = new PipelineRole(this, 'Role', {
      name: `${prefix}-ci-deploy`,
      account: props.account,
      repository,
      subjects: [environmentSubject(repository, environment)],
      statements: deployStatements(props, {
        permissionsBoundaryArn: props.permissionsBoundaryArn,
        platformRoleNames,
        passedToServices,
      }),
      managedPolicyArns: { PowerUserAccess: 'arn:aws:iam::aws:policy/PowerUserAccess' },
    }).roleArn;
  }
}
