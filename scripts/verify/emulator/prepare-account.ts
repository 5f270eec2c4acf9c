import { objectAt, type Json, type StackFile } from '../stack-files';
import { createRole, deleteRole } from './aws-call';
import { accountOf } from './for-emulator';

/** A role that has to be there before the stacks are applied. */
export interface ExpectedRole {
  /** Its account. */
  readonly account: string;
  /** Its name, without its path. */
  readonly name: string;
}

/**
 * The roles that stacks let into their clusters and that none of them makes: those of people, which are there before.
 * AWS refuses an access entry of a role that does not exist.
 */
export function rolesExpected(
  stacks: readonly Omit<StackFile, 'folder'>[],
): readonly ExpectedRole[] {
  const made = new Set(stacks.flatMap(({ content }) => valuesOf(content, 'aws_iam_role', 'name')));
  const expected = new Map<string, ExpectedRole>();
  for (const { name: stack, content } of stacks)
    for (const principal of valuesOf(content, 'aws_eks_access_entry', 'principal_arn')) {
      const [, account, name = ''] =
        /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(principal) ?? [];
      if (account === undefined || account !== accountOf(stack, content) || made.has(name))
        continue;
      expected.set(`${account}/${name}`, { account, name });
    }
  return [...expected.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Makes the roles that stacks expect. */
export async function makeRoles(endpoint: string, roles: readonly ExpectedRole[]): Promise<void> {
  for (const { account, name } of roles) await createRole({ endpoint, account }, name);
}

/** Takes them away again. */
export async function removeRoles(endpoint: string, roles: readonly ExpectedRole[]): Promise<void> {
  for (const { account, name } of roles) await deleteRole({ endpoint, account }, name);
}

function valuesOf(content: Json, type: string, argument: string): readonly string[] {
  const blocks = objectAt(objectAt(content, 'resource'), type);
  return Object.keys(blocks)
    .map((name) => objectAt(blocks, name)[argument])
    .filter((value) => typeof value === 'string');
}
