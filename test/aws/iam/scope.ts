import type { PolicyStatement } from '../../../lib/aws/iam/policy-document';

/** An environment for tests. */
export const ENVIRONMENT = {
  system: 'shop',
  environment: 'production',
  account: '111122223333',
  regions: ['eu-west-1'],
} as const;
export const BOUNDARY = 'arn:aws:iam::111122223333:policy/shop-production-boundary';
export const STATE = { bucket: 'shop-production-terraform-state-111122223333' };

/** The statement of that name. */
export function statement(statements: readonly PolicyStatement[], sid: string): PolicyStatement {
  const found = statements.find((one) => one.sid === sid);
  if (found === undefined)
    throw new Error(`no '${sid}', there are: ${statements.map((one) => one.sid).join(', ')}`);
  return found;
}

/** Whether an ARN or an action is one that a pattern of IAM means. */
export function means(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(text);
}

/** Whether statements allow an action on a resource, their conditions held to be met. */
export function allows(
  statements: readonly PolicyStatement[],
  action: string,
  resource: string,
): boolean {
  const reaching = statements.filter(
    ({ actions, resources, except = [] }) =>
      actions.some((pattern) => means(pattern, action)) &&
      resources.some((pattern) => means(pattern, resource)) &&
      !except.some((pattern) => means(pattern, resource)),
  );
  return reaching.length > 0 && reaching.every(({ effect }) => effect !== 'Deny');
}
