import type { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import { blocks, isUnknown } from './arguments';

/** A statement of an IAM policy or of a resource's policy. */
export interface Statement {
  /** How messages name it: its sid, or its number. */
  readonly name: string;
  /** Whether it allows. */
  readonly allows: boolean;
  /** Actions it names. */
  readonly actions: readonly string[];
  /** Resources it names. */
  readonly resources: readonly string[];
  /** Principals it names, without their kind. */
  readonly principals: readonly string[];
  /** The elements that name all but what they list. */
  readonly inverted: readonly ('NotAction' | 'NotResource' | 'NotPrincipal')[];
  /** Values its conditions compare with, by key in lower case. */
  readonly conditions: ReadonlyMap<string, readonly string[]>;
}

type Json = Readonly<Record<string, unknown>>;

/** The statements of a policy text; none when it is an expression or no policy, which Terraform or AWS will tell. */
export function statementsOf(text: unknown): readonly Statement[] {
  if (typeof text !== 'string') return [];
  const document = parse(text);
  if (!isObject(document)) return [];
  return listOf(document['Statement']).filter(isObject).map(readStatement);
}

/** The statements of a policy document data source. */
export function documentStatements(document: DataAwsIamPolicyDocument): readonly Statement[] {
  return blocks(document.statementInput).map((statement, index) => {
    const conditions = blocks(statement.condition).map(
      ({ variable, values }) => [variable.toLowerCase(), texts(values)] as const,
    );
    return {
      name: statement.sid ?? `${index + 1}`,
      allows: statement.effect !== 'Deny',
      actions: texts(statement.actions),
      resources: texts(statement.resources),
      principals: blocks(statement.principals).flatMap(({ identifiers }) => texts(identifiers)),
      inverted: [
        ...(statement.notActions === undefined ? [] : (['NotAction'] as const)),
        ...(statement.notResources === undefined ? [] : (['NotResource'] as const)),
        ...(statement.notPrincipals === undefined ? [] : (['NotPrincipal'] as const)),
      ],
      conditions: new Map(conditions),
    };
  });
}

function readStatement(statement: Json, index: number): Statement {
  const { Sid: sid, Principal: principal } = statement;
  const conditions = Object.values(isObject(statement['Condition']) ? statement['Condition'] : {})
    .filter(isObject)
    .flatMap((compared) => Object.entries(compared));
  return {
    name: typeof sid === 'string' ? sid : `${index + 1}`,
    allows: statement['Effect'] === 'Allow',
    actions: texts(statement['Action']),
    resources: texts(statement['Resource']),
    principals: isObject(principal) ? Object.values(principal).flatMap(texts) : texts(principal),
    inverted: (['NotAction', 'NotResource', 'NotPrincipal'] as const).filter(
      (element) => statement[element] !== undefined,
    ),
    conditions: new Map(conditions.map(([key, values]) => [key.toLowerCase(), texts(values)])),
  };
}

/** Reads JSON; expressions inside its texts are texts of their own. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** One text or many; a list only Terraform knows says nothing. */
function texts(value: unknown): readonly string[] {
  if (isUnknown(value) && typeof value !== 'string') return [];
  return listOf(value).map(String);
}
