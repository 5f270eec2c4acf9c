import type { SynthesizedStack } from './synth-stacks';
import { blocksOf, type WrittenStack } from './written';

/** A statement of a written policy. */
export interface Statement {
  readonly Sid: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** A role as it is written into a stack. */
export interface WrittenRole {
  /** Name of the role. */
  readonly name: string;
  /** ARN of the policy that bounds it. */
  readonly boundary?: string;
  /** What it may do by the policies written into it. */
  readonly statements: readonly Statement[];
}

/** A policy as it is written into a stack, expressions of Terraform kept as text. */
function readPolicy(text: unknown): readonly Statement[] {
  const quoted = String(text).replaceAll(/\$\{[^}]*\}/g, (expression) =>
    JSON.stringify(expression).slice(1, -1),
  );
  return (JSON.parse(quoted) as { readonly Statement: readonly Statement[] }).Statement;
}

/** The roles that a stack makes, with what is written into them, in order of their names. */
export function rolesIn(
  stack: Pick<SynthesizedStack, 'resource'> | undefined,
): readonly WrittenRole[] {
  const policies = Object.values(blocksOf(stack, 'resource', 'aws_iam_role_policy'));
  return Object.entries(blocksOf(stack, 'resource', 'aws_iam_role'))
    .map(([address, { name, permissions_boundary: boundary }]) => ({
      name: typeof name === 'string' ? name : `${address}, which has no name`,
      ...(typeof boundary === 'string' && { boundary }),
      statements: policies
        .filter(({ role }) => role === `\${aws_iam_role.${address}.name}`)
        .flatMap(({ policy }) => readPolicy(policy)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the role of a service may do, or the one that stands beside it for a duty. */
export function permissionsIn(
  stack: WrittenStack | undefined,
  duty?: 'secrets' | 'bootstrap',
): readonly Statement[] {
  const own = rolesIn(stack).filter(({ name }) =>
    duty === undefined ? !name.includes('.') : name.endsWith(`.${duty}`),
  );
  if (own.length > 1) throw new Error(`${own.length} such roles in ${stack?.name ?? ''}`);
  return own.flatMap(({ statements }) => statements);
}

/** What a role may do, as lines of one action and one resource each, in order, each once. */
export function permissionTriples({ name, statements }: WrittenRole): readonly string[] {
  const triples = statements.flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => Resource.map((resource) => `${name}: ${action} on ${resource}`)),
  );
  return [...new Set(triples)].sort();
}

/** Permissions as lines, one for each resource, in order. */
export function permissionLines(statements: readonly Statement[]): readonly string[] {
  return statements
    .flatMap(({ Action, Resource }) =>
      Resource.map((resource) => `${Action.join(' ')} on ${resource}`),
    )
    .sort();
}
