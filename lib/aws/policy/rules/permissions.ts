import { ACTIONS_WITHOUT_RESOURCES } from '../../iam/actions-without-resources';
import { blocks, given } from '../arguments';
import { admitsEveryone } from '../everyone';
import { FINE, on, unless, type PolicyRule, type Problem } from '../rule';
import { documentStatements, statementsOf, type Statement } from '../statements';

/**
 * Managed policies of AWS that allow all of a service, or of all services. `PowerUserAccess` is none of them: it touches
 * no identity, so who has it to deploy everything cannot give himself more.
 */
const EVERYTHING = /:aws:policy\/.*(AdministratorAccess|FullAccess)$/;
const NAME_WHAT = 'list what is needed';

/** No identity may do everything, or anything to everything. */
export const PERMISSIONS: PolicyRule = {
  id: 'IAM-001',
  title: 'Permissions name actions and resources',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  checks: [
    on('aws_iam_policy', (policy) => wide(statementsOf(given(policy, 'policy')))),
    on('aws_iam_role_policy', (policy) => wide(statementsOf(given(policy, 'policy')))),
    on('aws_iam_user_policy', (policy) => wide(statementsOf(given(policy, 'policy')))),
    on('aws_iam_group_policy', (policy) => wide(statementsOf(given(policy, 'policy')))),
    on('aws_iam_role', (role) => [
      ...blocks(role.inlinePolicyInput).flatMap(({ policy }) => wide(statementsOf(policy))),
      ...(role.managedPolicyArnsInput ?? []).flatMap(managed),
      ...statementsOf(given(role, 'assumeRolePolicy')).flatMap(trust),
    ]),
    on('aws_iam_role_policy_attachment', (attached) => managed(given(attached, 'policyArn'))),
    on('aws_iam_user_policy_attachment', (attached) => managed(given(attached, 'policyArn'))),
    on('aws_iam_group_policy_attachment', (attached) => managed(given(attached, 'policyArn'))),
    // With principals it is the policy of a resource, which is itself all it speaks of.
    on('data.aws_iam_policy_document', (document) =>
      wide(documentStatements(document).filter(({ principals }) => principals.length === 0)),
    ),
  ],
};

function managed(arn: unknown): readonly Problem[] {
  if (typeof arn !== 'string') return FINE;
  return unless(
    !EVERYTHING.test(arn),
    `policy '${arn.slice(arn.lastIndexOf('/') + 1)}' allows everything`,
    'attach a policy of what is needed',
  );
}

/** Without a condition on its subject, an identity provider vouches for all its users, whoever they work for. */
function trust(statement: Statement): readonly Problem[] {
  const { name, allows, actions, conditions } = statement;
  const vouched = allows && actions.includes('sts:AssumeRoleWithWebIdentity');
  const bounded = [...conditions.keys()].some((key) => key.endsWith(':sub'));
  return [
    ...unless(
      !admitsEveryone(statement),
      `statement '${name}' of assumeRolePolicy lets everyone assume the role`,
      'name the principals',
    ),
    ...unless(
      !vouched || bounded,
      `statement '${name}' of assumeRolePolicy lets every user of an identity provider assume the role`,
      'bound them by a condition on its sub',
    ),
  ];
}

function wide(statements: readonly Statement[]): readonly Problem[] {
  return statements.filter(({ allows }) => allows).flatMap(widthOf);
}

function widthOf({ name, actions, resources, inverted }: Statement): readonly Problem[] {
  const where = `statement '${name}'`;
  const all = actions.filter((action) => /^(\*|[^:]*:\*)$/.test(action));
  const everywhere =
    resources.includes('*') && !actions.every((action) => ACTIONS_WITHOUT_RESOURCES.has(action));
  return [
    ...inverted.flatMap((element) =>
      unless(false, `${where} allows all but its ${element}`, NAME_WHAT),
    ),
    ...all.flatMap((action) => unless(false, `${where} has action '${action}'`, NAME_WHAT)),
    ...unless(
      !everywhere,
      `${where} has resource '*', and not all its actions need that`,
      'list the ARNs that are needed',
    ),
  ];
}
