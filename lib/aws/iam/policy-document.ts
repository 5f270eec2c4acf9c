import { Token } from 'cdktf';
import { UnscopedPlatformError } from '../../core/errors';
import { compareText } from '../../core/finding';
import { ACTIONS_WITHOUT_RESOURCES } from './actions-without-resources';

/** How a condition compares. */
export type ConditionOperator =
  | 'ArnEquals'
  | 'ArnLike'
  | 'ArnNotLike'
  | 'Bool'
  | 'ForAnyValue:StringEquals'
  | 'Null'
  | 'StringEquals'
  | 'StringEqualsIfExists'
  | 'StringLike'
  | 'StringNotEquals'
  | 'StringNotLike';

/** What must be so of a request: the values a key may have, by operator and key; one of the values is enough. */
export type Conditions = Readonly<
  Partial<Record<ConditionOperator, Readonly<Record<string, readonly string[]>>>>
>;

/** A set of actions allowed on a set of resources, or denied. */
export interface PolicyStatement {
  /** Name of the statement, letters and digits, unique in its policy. */
  readonly sid: string;
  /** Actions such as `s3:GetObject`; all actions of a service only to deny them. */
  readonly actions: readonly string[];
  /** ARNs, possibly ending in a wildcard; `*` only to deny, or for actions that know no resources. */
  readonly resources: readonly string[];
  /**
   * Whether it allows or denies; a denial wins over whatever allows.
   * @default 'Allow'
   */
  readonly effect?: 'Allow' | 'Deny';
  /**
   * When it holds.
   * @default - always
   */
  readonly conditions?: Conditions;
  /**
   * ARNs that a denial of `*` does not reach.
   * @default - none
   */
  readonly except?: readonly string[];
}

/** Who may assume a role: an AWS service, roles by ARN, or whom an identity provider vouches for. */
export type TrustedPrincipal = (
  | { readonly service: string }
  | { readonly roles: readonly string[] }
  | { readonly provider: string }
) & {
  /**
   * When it may.
   * @default - always
   */
  readonly conditions?: Conditions;
};

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

function statementProblem(statement: PolicyStatement): PolicyProblem | undefined {
  const { sid, actions, resources, effect } = statement;
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
  return exceptionProblem(statement) ?? (effect === 'Deny' ? undefined : widthProblem(statement));
}

function exceptionProblem(statement: PolicyStatement): PolicyProblem | undefined {
  const { sid, effect, resources, except } = statement;
  if (except === undefined || (effect === 'Deny' && resources.join() === '*')) return undefined;
  return {
    problem: `statement '${sid}' has exceptions, only a denial of resource '*' may`,
    fix: 'list the ARNs that are meant',
  };
}

function widthProblem({ sid, actions, resources }: PolicyStatement): PolicyProblem | undefined {
  const where = `statement '${sid}'`;
  const wide = actions.find((action) => /^(\*|[^:]*:\*)$/.test(action));
  if (wide !== undefined)
    return { problem: `${where} has action '${wide}'`, fix: 'list the actions that are needed' };
  if (resources.includes('*') && !actions.every((action) => ACTIONS_WITHOUT_RESOURCES.has(action)))
    return { problem: `${where} has resource '*'`, fix: 'list the ARNs that are needed' };
  return undefined;
}

/** Renders an identity policy; the same statements in any order give the same text. */
export function renderPolicy(statements: readonly PolicyStatement[]): string {
  const wrong = policyProblem(statements);
  if (wrong !== undefined) throw new UnscopedPlatformError(wrong.problem, wrong.fix);
  const sorted = [...statements].sort((a, b) => compareText(a.sid, b.sid));
  return JSON.stringify({ Version: VERSION, Statement: sorted.map(renderStatement) });
}

function renderStatement(statement: PolicyStatement): object {
  const { sid, effect = 'Allow', actions, resources, except, conditions } = statement;
  return {
    Sid: sid,
    Effect: effect,
    Action: arrange(actions),
    ...(except === undefined ? { Resource: arrange(resources) } : { NotResource: arrange(except) }),
    Condition: renderConditions(conditions),
  };
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
      Principal: renderPrincipal(principal),
      Action: actions,
      Condition: renderConditions(principal.conditions),
    })),
  });
}

function renderPrincipal(principal: TrustedPrincipal): object {
  if ('service' in principal) return { Service: principal.service };
  if ('provider' in principal) return { Federated: principal.provider };
  return { AWS: arrange(principal.roles) };
}

/** Conditions in the order of their operators and keys; without any, nothing is written. */
function renderConditions(conditions: Conditions = {}): object | undefined {
  const operators = Object.entries(conditions).sort(([a], [b]) => compareText(a, b));
  if (operators.length === 0) return undefined;
  return Object.fromEntries(
    operators.map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys)
          .sort(([a], [b]) => compareText(a, b))
          .map(([key, values]) => [key, arrange(values)]),
      ),
    ]),
  );
}

/** Sorts what is known; tokens keep their order, because their text says nothing about their value. */
function arrange(texts: readonly string[]): readonly string[] {
  const unique = [...new Set(texts)];
  const known = unique.filter((text) => !Token.isUnresolved(text)).sort(compareText);
  return [...known, ...unique.filter((text) => Token.isUnresolved(text))];
}
