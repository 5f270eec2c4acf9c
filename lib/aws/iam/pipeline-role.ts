import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertName } from '../checks';
import { assertRepository, trustGithub } from './github';
import type { PolicyStatement } from './policy-document';
import { renderTrust } from './policy-document';
import { INLINE_POLICY_LENGTH, assertAccount, renderWithin } from './role-parts';

/** What a `PipelineRole` is made of. */
export interface PipelineRoleProps {
  /** Name of the role, unique in the account: roles are global. */
  readonly name: string;
  /** Id of the account, which has a `GithubOidcProvider`. */
  readonly account: string;
  /** Repository whose jobs may assume the role: `owner/name`, or `owner@id/name@id`. */
  readonly repository: string;
  /** Subjects of the jobs that may, each of them exactly, as `environmentSubject` and the like tell them. */
  readonly subjects: readonly string[];
  /** What the jobs may do. */
  readonly statements: readonly PolicyStatement[];
  /**
   * Managed policies the role has besides, by a stable logical name that becomes part of the attachment's address.
   * @default - none
   */
  readonly managedPolicyArns?: Readonly<Record<string, string>>;
}

/** Seconds the credentials of a job are good for: the least that AWS has. */
const SESSION_SECONDS = 3_600;

/**
 * A role that jobs of one GitHub repository assume for an hour, without any key that could leak.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 * @example
 * new PipelineRole(this, 'Build', {
 *   name: 'shop-ci-build',
 *   account: '111122223333',
 *   repository: 'example/shop',
 *   subjects: [branchSubject('example/shop', 'main')],
 *   statements: imagePushStatements(['arn:aws:ecr:eu-west-1:111122223333:repository/shop/*']),
 * });
 */
export class PipelineRole extends Construct {
  /** The role. */
  public readonly role: IamRole;
  /** ARN of the role. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: PipelineRoleProps) {
    super(scope, id);
    const { name, account, repository, subjects, statements, managedPolicyArns = {} } = props;
    assertName(this, 'name', name, 'iamRole');
    assertAccount(this, 'account', account);
    assertRepository(this, repository);
    assertSubjects(this, repository, subjects);

    this.role = new IamRole(this, 'Resource', {
      name,
      assumeRolePolicy: renderTrust(
        ['sts:AssumeRoleWithWebIdentity'],
        [trustGithub(account, subjects)],
      ),
      maxSessionDuration: SESSION_SECONDS,
      tags: { Name: name },
    });
    this.roleArn = this.role.arn;
    new IamRolePolicy(this, 'Policy', {
      name,
      role: this.role.name,
      policy: renderWithin(this, statements, INLINE_POLICY_LENGTH),
    });
    for (const [policy, policyArn] of Object.entries(managedPolicyArns))
      new IamRolePolicyAttachment(this, policy, { role: this.role.name, policyArn });
  }
}

function assertSubjects(scope: Construct, repository: string, subjects: readonly string[]): void {
  const foreign = subjects.find((subject) => !subject.startsWith(`repo:${repository}:`));
  const wide = subjects.find((subject) => /[*?]/.test(subject));
  if (subjects.length > 0 && foreign === undefined && wide === undefined) return;
  throw new PlatformError(
    scope,
    subjects.length === 0
      ? 'subjects is empty, one or more are needed'
      : `subjects has '${foreign ?? wide ?? ''}', an exact subject of repo:${repository}: is needed`,
    'name the branch, the environment or pull_request',
  );
}
