import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import type { PolicyStatement } from './policy-document';
import { policyProblem, renderPolicy } from './policy-document';

/**
 * Characters a managed policy may have, white space apart.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export const MANAGED_POLICY_LENGTH = 6_144;
/**
 * Characters all inline policies of a role may have together, white space apart.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export const INLINE_POLICY_LENGTH = 10_240;

/** Throws when statements grant something unbounded. */
export function assertStatements(scope: Scoped, statements: readonly PolicyStatement[]): void {
  const wrong = policyProblem(statements);
  if (wrong !== undefined) throw new PlatformError(scope, wrong.problem, wrong.fix);
}

/** Renders a policy that has to fit into a number of characters. */
export function renderWithin(
  scope: Scoped,
  statements: readonly PolicyStatement[],
  max: number,
): string {
  assertStatements(scope, statements);
  const policy = renderPolicy(statements);
  const length = lengthOf(policy);
  if (length <= max) return policy;
  throw new PlatformError(
    scope,
    `the policy has ${length} characters, IAM takes ${max}`,
    'name fewer regions, services or statements',
  );
}

/** Throws when a text is no account id; one known only to Terraform passes. */
export function assertAccount(scope: Scoped, prop: string, account: string): void {
  if (Token.isUnresolved(account) || /^\d{12}$/.test(account)) return;
  throw new PlatformError(
    scope,
    `${prop} is '${account}', an account id has 12 digits`,
    'pass the id of the AWS account',
  );
}

/**
 * Parts statements, in their order, into as few policies as hold them. One that does not fit into what is left of a
 * policy goes on in the next with the rest of its resources; what is too long for any stands alone.
 */
export function packStatements(
  statements: readonly PolicyStatement[],
  max: number,
): readonly (readonly PolicyStatement[])[] {
  const policies: PolicyStatement[][] = [];
  for (const statement of statements) {
    let rest: PolicyStatement | undefined = statement;
    for (let part = 2; rest !== undefined; part++) {
      let policy = policies.at(-1);
      if (policy === undefined || fitting(policy, rest, max) === 0) {
        policy = [];
        policies.push(policy);
      }
      const count: number = Math.max(1, fitting(policy, rest, max));
      const { resources }: PolicyStatement = rest;
      policy.push({ ...rest, resources: resources.slice(0, count) });
      rest =
        count < resources.length
          ? { ...rest, sid: `${statement.sid}${part}`, resources: resources.slice(count) }
          : undefined;
    }
  }
  return policies;
}

/** How many of its resources a statement may have to fit into a policy beside others. */
function fitting(
  others: readonly PolicyStatement[],
  statement: PolicyStatement,
  max: number,
): number {
  const { resources } = statement;
  const over = resources.findIndex(
    (_, index) =>
      lengthOf(
        renderPolicy([...others, { ...statement, resources: resources.slice(0, index + 1) }]),
      ) > max,
  );
  return over === -1 ? resources.length : over;
}

function lengthOf(policy: string): number {
  return policy.replace(/\s/g, '').length;
}
