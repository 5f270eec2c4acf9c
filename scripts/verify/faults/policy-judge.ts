import { App, TerraformResource, TerraformStack } from 'cdktf';
import { policyFindings } from '../../../lib/aws/policy/policy-findings';
import type { BlockSchema } from '../schema-check';
import { isJson, type Json } from '../stack-files';

/** Protection is judged elsewhere: rules of policy are asked here only for what a fault changed. */
const SETTINGS = { asOf: '2026-01-01', protection: 'disposable' } as const;

/**
 * The breaches of the rules of policy in a resource as it stands in a stack, alone. The rules judge constructs, so one
 * is made that says of itself what the file says.
 */
export function policyBreaches(type: string, body: Json, schema: BlockSchema): ReadonlySet<string> {
  const stack = new TerraformStack(new App({ outdir: 'never-written' }), 'stack');
  const resource = new TerraformResource(stack, 'resource', { terraformResourceType: type });
  for (const [name, value] of Object.entries(body)) {
    const isBlock = schema.block_types?.[name] !== undefined;
    const said = isBlock ? blocksOf(value) : withoutExpressions(value);
    Object.defineProperty(resource, `${camelCase(name)}Input`, { value: said });
  }
  return new Set(policyFindings(stack, SETTINGS).map(({ rule, problem }) => `${rule} ${problem}`));
}

function blocksOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(blocksOf);
  if (!isJson(value)) return withoutExpressions(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [camelCase(name), blocksOf(inner)]),
  );
}

/** Quotes in expressions are no quotes of the document they stand in. */
function withoutExpressions(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/\$\{[^}]*\}/g, 'expression') : value;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
