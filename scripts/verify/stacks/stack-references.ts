import type { BlockSchema, ProviderSchemas } from '../schema-check';
import { isJson } from '../stack-files';
import { readTemplate } from './expressions';
import { blockSchema, regionOf, type StackBlock, type StackIndex } from './stack-index';
import type { Traversal } from './template-parser';

/** Parameters that stacks publish, as `<region> <name>`. */
export type PublishedParameters = ReadonlySet<string>;

/** What a reference is judged by. */
export interface ReferenceContext {
  /** The stack it stands in. */
  readonly index: StackIndex;
  /** What blocks have. */
  readonly schemas: ProviderSchemas;
  /** What all stacks publish. */
  readonly published: PublishedParameters;
}

/** What expressions may begin with wherever they stand. */
const ALWAYS: ReadonlySet<string> = new Set(['each', 'count', 'self', 'path', 'terraform']);
/** Beginnings of what is no block. */
const VALUES: ReadonlySet<string> = new Set(['local', 'var', 'module']);
/** Beginnings of blocks that are no resources. */
const OTHER_KINDS: ReadonlySet<string> = new Set(['data', 'ephemeral']);
/** Where addresses stand as plain text, and not in an expression. */
const PLAIN: ReadonlySet<string> = new Set(['depends_on', 'replace_triggered_by']);

/** Parameters that stacks publish. */
export function publishedParameters(stacks: readonly StackIndex[]): PublishedParameters {
  return new Set(
    stacks.flatMap((index) =>
      index.blocks
        .filter(({ kind, type }) => kind === 'resource' && type === 'aws_ssm_parameter')
        .map((block) => `${regionOf(block, index)} ${String(block.body['name'])}`),
    ),
  );
}

/** What is wrong with what a block refers to and with how it says so, a line each. */
export function blockReferenceProblems(
  block: StackBlock,
  context: ReferenceContext,
): readonly string[] {
  const { body, kind, type } = block;
  const { providers } = context.index;
  const { provider, name } = body;
  return [
    ...valueProblems(body, context),
    ...(typeof provider === 'string' && !providers.has(provider)
      ? [`provider: the stack has no provider '${provider}'`]
      : []),
    ...(kind === 'data' && type === 'aws_ssm_parameter'
      ? unpublished(`${regionOf(block, context.index)} ${String(name)}`, context)
      : []),
  ];
}

/** What is wrong with the expressions in a value. */
export function valueProblems(
  value: unknown,
  context: ReferenceContext,
  path = '',
): readonly string[] {
  if (typeof value === 'string')
    return textProblems(value, context).map((text) => `${path}: ${text}`);
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) =>
      valueProblems(item, context, `${path}[${index}]`),
    );
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (key === '//') return [];
    return PLAIN.has(key) ? addressProblems(inner, context, at) : valueProblems(inner, context, at);
  });
}

function textProblems(text: string, context: ReferenceContext): readonly string[] {
  const read = readTemplate(text);
  if (!read.ok) return [read.problem];
  return [
    ...read.references.flatMap((reference) => referenceProblem(reference, context)),
    ...documentProblem(text),
  ];
}

function referenceProblem(parts: Traversal, context: ReferenceContext): readonly string[] {
  const [first = '', second = ''] = parts;
  if (ALWAYS.has(first)) return [];
  if (OTHER_KINDS.has(first)) return blockProblem(first, `${first}.`, parts.slice(1), context);
  if (!VALUES.has(first)) return blockProblem('resource', '', parts, context);
  const name = `${first}.${second}`;
  return context.index.values.has(name) ? [] : [`there is no ${name}`];
}

function blockProblem(
  kind: string,
  prefix: string,
  [type = '', name = '', attribute]: Traversal,
  { index, schemas }: ReferenceContext,
): readonly string[] {
  const address = `${prefix}${type}.${name}`;
  if (!index.addresses.has(address)) return [`there is no block ${address}`];
  const known = hasAttribute(blockSchema({ kind, type }, schemas), attribute);
  return known ? [] : [`${address} has no attribute '${attribute ?? ''}'`];
}

/** A block as a whole is fine, and so is anything of one that no provider has a schema of. */
function hasAttribute(schema: BlockSchema | undefined, attribute: string | undefined): boolean {
  if (attribute === undefined || attribute === '*' || schema === undefined) return true;
  return attribute in (schema.attributes ?? {}) || attribute in (schema.block_types ?? {});
}

function addressProblems(
  list: unknown,
  { index }: ReferenceContext,
  path: string,
): readonly string[] {
  return (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((item) => {
    const address = String(item).replace(/^\$\{(.*)\}$/, '$1');
    const parts = address.split('.');
    const block = parts.slice(0, parts[0] === 'data' ? 3 : 2).join('.');
    return index.addresses.has(block) || index.values.has(block)
      ? []
      : [`${path}: there is no block ${block}`];
  });
}

function unpublished(key: string, { published }: ReferenceContext): readonly string[] {
  const [region, name] = key.split(' ');
  return published.has(key) ? [] : [`name: no stack publishes ${name ?? ''} in ${region ?? ''}`];
}

const EXPRESSION = /\$\{[^}]*\}/g;

/** A text that begins like a JSON document is one, expressions left aside. */
function documentProblem(text: string): readonly string[] {
  if (!/^\{\s*"/.test(text)) return [];
  try {
    JSON.parse(text.replaceAll(EXPRESSION, 'x'));
    return [];
  } catch (error) {
    return [`is no JSON: ${error instanceof Error ? error.message : String(error)}`];
  }
}
