import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { fitName } from '../../core/names';
import { assertName } from '../checks';
import type { EnvironmentScope } from './environment-scope';
import { assertEnvironment, namePrefix } from './environment-scope';
import { environmentSubject } from './github';
import { PipelineRole } from './pipeline-role';
import type { PolicyStatement } from './policy-document';
import { MANAGED_POLICY_LENGTH, packStatements, renderWithin } from './role-parts';
import { serviceDeployStatements } from './service-deploy-statements';
import { teamStatements } from './team-statements';

/** What a `TeamDeployRole` is made of. */
export interface TeamDeployRoleProps extends EnvironmentScope {
  /** Name of the team, kebab-case. */
  readonly team: string;
  /** Names of the services whose stacks it deploys, one or more. */
  readonly services: readonly string[];
  /** Repository whose jobs deploy: `owner/name`, or `owner@id/name@id`. */
  readonly repository: string;
  /** ARN of the `PermissionsBoundary` that bounds the roles it makes. */
  readonly permissionsBoundaryArn: string;
  /** Name of the bucket that keeps the state of the environment's stacks. */
  readonly stateBucket: string;
  /**
   * ARN of the key that bucket is encrypted with.
   * @default - S3's own key, which needs no permission
   */
  readonly stateKeyArn?: string;
  /**
   * What the jobs may do besides, for stacks that hold more than stores, roles and alarms.
   * @default - nothing
   */
  readonly statements?: readonly PolicyStatement[];
}

/**
 * Managed policies a role can have.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MAX_POLICIES = 10;

/**
 * The identity of the jobs with which a team deploys its own services: it administers their stores, roles, secrets and
 * alarms, and nothing of anybody else's.
 *
 * It writes the policies of its services' roles within the boundary, which is the environment's, not the team's: a role
 * it makes can be given the data of other teams in the environment, and any database of the account that lets its user
 * in. Review what it deploys. In an environment of several regions it has rights to the items of its own tables, because
 * DynamoDB copies them with its rights; otherwise it has none to data.
 *
 * Only a job that runs in the environment `<environment>-<team>` of the repository can assume it.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
 * @example
 * new TeamDeployRole(this, 'Commerce', {
 *   system: 'shop',
 *   environment: 'production',
 *   account: '111122223333',
 *   regions: ['eu-west-1'],
 *   team: 'commerce',
 *   services: ['order-service', 'cart-service'],
 *   repository: 'example/shop',
 *   permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/shop-production-boundary',
 *   stateBucket: 'shop-production-terraform-state-111122223333',
 * });
 */
export class TeamDeployRole extends Construct {
  /** ARN of the role. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: TeamDeployRoleProps) {
    super(scope, id);
    assertEnvironment(this, props);
    assertName(this, 'team', props.team, 'entity');
    assertServices(this, props.services);
    const { environment, team, services, repository, permissionsBoundaryArn } = props;
    const name = fitName([namePrefix(props), 'ci-deploy', team], 'iamRole');

    this.roleArn = new PipelineRole(this, 'Role', {
      name,
      account: props.account,
      repository,
      subjects: [environmentSubject(repository, `${environment}-${team}`)],
      statements: [
        ...teamStatements(props, services, permissionsBoundaryArn),
        ...(props.statements ?? []),
      ],
      managedPolicyArns: this.addPolicies(name, props),
    }).roleArn;
  }

  /** Managed policies, because the inline ones of a role have no room for the names of several services. */
  private addPolicies(name: string, props: TeamDeployRoleProps): Readonly<Record<string, string>> {
    const { stateBucket: bucket, stateKeyArn: keyArn, permissionsBoundaryArn } = props;
    const policies = packStatements(
      serviceDeployStatements(props, { bucket, keyArn }, permissionsBoundaryArn),
      MANAGED_POLICY_LENGTH,
    );
    if (policies.length > MAX_POLICIES) {
      throw new PlatformError(
        this,
        `services has ${props.services.length} entries, which take ${policies.length} policies, a role has ${MAX_POLICIES}`,
        'give the team a second role for the others',
      );
    }
    return Object.fromEntries(
      policies.map((statements, index) => {
        const key = `Services${index + 1}`;
        const { arn } = new IamPolicy(this, key, {
          name: `${name}-${index + 1}`,
          description: `Deploys services of ${props.team} in ${namePrefix(props)}`,
          policy: renderWithin(this, statements, MANAGED_POLICY_LENGTH),
          tags: { Name: `${name}-${index + 1}` },
        });
        return [key, arn];
      }),
    );
  }
}

function assertServices(scope: Construct, services: readonly string[]): void {
  for (const service of services) assertName(scope, 'services', service, 'entity');
  if (services.length > 0) return;
  throw new PlatformError(
    scope,
    'services is empty, one or more are needed',
    'name a service of the team',
  );
}
