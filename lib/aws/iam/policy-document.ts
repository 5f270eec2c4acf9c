import { Token } from 'cdktf';
import { compareText } from '../../core/finding';
import { UnscopedPlatformError } from '../../core/errors';

/** A set of actions allowed on a set of resources. */
export interface PolicyStatement {
  /** Name of the statement, letters and digits, unique in its policy. */
  readonly sid: string;
  /** Actions such as `s3:GetObject`; never all actions of a service. */
  readonly actions: readonly string[];
  /** ARNs, possibly ending in a wildcard; never all resources. */
  readonly resources: readonly string[];
}

/** Who may assume a role: an AWS service, or roles by ARN. */
export type TrustedPrincipal = { readonly service: string } | { readonly roles: readonly string[] };

/** What is wrong with a policy, and the change that mends it. */
export interface PolicyProblem {
  /** The property, the value it got and the bound it breaks. */
  readonly problem: string;
  /** The change that mends it. */
  readonly fix: string;
}

const VERSION = '2012-10-17';

/** Says what is wrong with a policy's statements, or nothing when they grant something bounded. */
export function policyProblem(statements: readonly PolicyStatement[]): PolicyProblem | undefined {
  const sids = statements.map(({ sid }) => sid);
  const repeated = sids.find((sid, index) => sids.indexOf(sid) !== index);
  if (repeated !== undefined) {
    return {
      problem: `statements has sid '${repeated}' twice`,
      fix: 'give each statement a sid of its own',
    };
  }
  return statements.map(statementProblem).find((problem) => problem !== undefined);
}

function statementProblem({ sid, actions, resources }: PolicyStatement): PolicyProblem | undefined {
  const where = `statement '${sid}'`;
  if (!/^[A-Za-z0-9]+$/.test(sid)) {
    return {
      problem: `${where} has a sid that is not letters and digits`,
      fix: 'write it in PascalCase',
    };
  }
  if (actions.length === 0)
    return {
      problem: `${where} has no actions`,
      fix: 'name an action, or leave the statement out',
    };
  if (resources.length === 0)
    return {
      problem: `${where} has no resources`,
      fix: 'name a resource, or leave the statement out',
    };
  const wide = actions.find((action) => /^(\*|[^:]*:\*)$/.test(action));
  if (wide !== undefined)
    return { problem: `${where} has action '${wide}'`, fix: 'list the actions that are needed' };
  if (resources.includes('*'))
    return { problem: `${where} has resource '*'`, fix: 'list the ARNs that are needed' };
  return undefined;
}

/** Renders an identity policy; the same statements in any order give the same text. */
export function renderPolicy(statements: readonly PolicyStatement[]): string {
  const wrong = policyProblem(statements);
  if (wrong !== undefined) throw new UnscopedPlatformError(wrong.problem, wrong.fix);
  const sorted = [...statements].sort((a, b) => compareText(a.sid, b.sid));
  return JSON.stringify({
    Version: VERSION,
    Statement: sorted.map(({ sid, actions, resources }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: arrange(actions),
      Resource: arrange(resources),
    })),
  });
}

/** Renders the policy that says who may assume a role. */
export function renderTrust(
  actions: readonly string[],
  principals: readonly TrustedPrincipal[],
): string {
  return JSON.stringify({
    Version: VERSION,
    Statement: principals.map((principal) => ({
      Effect: 'Allow',
      Principal:
        'service' in principal ? { Service: principal.service } : { AWS: arrange(principal.roles) },
      Action: actions,
    })),
  });
}

/** Sorts what is known; tokens keep their order, because their text says nothing about their value. */
function arrange(texts: readonly string[]): readonly string[] {
  const unique = [...new Set(texts)];
  const known = unique.filter((text) => !Token.isUnresolved(text)).sort(compareText);
  return [...known, ...unique.filter((text) => Token.isUnresolved(text))];
}
