import { blocksOf, type WrittenStack } from './written';

/** A statement of a written policy. */
export interface Statement {
  readonly Sid: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** A policy as it is written into a stack, expressions of Terraform kept as text. */
function readPolicy(text: unknown): readonly Statement[] {
  const quoted = String(text).replaceAll(/\$\{[^}]*\}/g, (expression) =>
    JSON.stringify(expression).slice(1, -1),
  );
  return (JSON.parse(quoted) as { readonly Statement: readonly Statement[] }).Statement;
}

/** What the role of a service may do: the statements of the only policy of its stack. */
export function permissionsIn(stack: WrittenStack | undefined): readonly Statement[] {
  const policies = Object.values(blocksOf(stack, 'resource', 'aws_iam_role_policy'));
  if (policies.length > 1) throw new Error(`${policies.length} policies in ${stack?.name ?? ''}`);
  return policies.flatMap(({ policy }) => readPolicy(policy));
}
