import { isExpression, typeProblem } from './attribute-types';
import { isJson, objectAt, providersOf, type Json, type StackFile } from './stack-files';

/** Something a provider's schema does not have, or will not have for long. */
export interface SchemaProblem {
  /** An argument that is not there fails; one that is going is a warning. */
  readonly severity: 'error' | 'warning';
  /** Address of the block, for example `resource.aws_vpc.main`. */
  readonly address: string;
  /** What is wrong with which argument. */
  readonly message: string;
}

/** The schema of a block, as far as it is looked at. */
export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, NestedSchema>>;
}

/** The schema of blocks inside a block. */
interface NestedSchema {
  readonly block: BlockSchema;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly nesting_mode?: string;
}

/** The schema of an argument, as far as it is looked at. */
export interface AttributeSchema {
  readonly type?: unknown;
  readonly deprecated?: boolean;
  readonly optional?: boolean;
  readonly required?: boolean;
  readonly nested_type?: {
    readonly attributes?: Readonly<Record<string, AttributeSchema>>;
    readonly nesting_mode?: string;
  };
}

/** The schema of a type. */
interface TypeSchema {
  readonly block: BlockSchema;
}

/** What a provider knows. */
export interface ProviderSchema {
  readonly provider?: TypeSchema;
  readonly resource_schemas?: Readonly<Record<string, TypeSchema>>;
  readonly data_source_schemas?: Readonly<Record<string, TypeSchema>>;
  readonly ephemeral_resource_schemas?: Readonly<Record<string, TypeSchema>>;
}

/** The schemas of providers, by their address. */
export type ProviderSchemas = Readonly<Record<string, ProviderSchema>>;

/** Arguments Terraform itself takes, wherever they stand. */
const META = new Set([
  '//',
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);
/** What Terraform brings itself. */
const BUILT_IN = new Set(['terraform_data', 'terraform_remote_state']);
const KINDS = [
  ['resource', 'resource_schemas'],
  ['data', 'data_source_schemas'],
  ['ephemeral', 'ephemeral_resource_schemas'],
] as const;

/** Reads what `terraform providers schema -json` printed. */
export function parseSchemas(text: string): ProviderSchemas {
  const { provider_schemas: schemas } = JSON.parse(text) as { provider_schemas?: ProviderSchemas };
  return schemas ?? {};
}

/**
 * Finds every argument of a stack's providers, resources and data sources that a schema does not have, that is missing
 * and that is of another type.
 */
export function checkSchema(stack: StackFile, schemas: ProviderSchemas): readonly SchemaProblem[] {
  const providerOf = providerFinder(stack, schemas);
  const ofProviders = entries(stack.content, 'provider').flatMap(([name, blocks]) =>
    listOf(blocks).flatMap((block) =>
      checkBlock(`provider.${name}`, '', omit(block, 'alias'), providerOf(name)?.provider?.block),
    ),
  );
  const ofBlocks = KINDS.flatMap(([kind, key]) =>
    entries(stack.content, kind)
      .filter(([type]) => !BUILT_IN.has(type))
      .flatMap(([type, named]) =>
        Object.entries(isJson(named) ? named : {}).flatMap(([name, block]) => {
          const schema = providerOf(prefixOf(block) ?? type.split('_')[0] ?? '')?.[key]?.[type]
            ?.block;
          return listOf(block).flatMap((body) =>
            checkBlock(`${kind}.${type}.${name}`, '', body, schema),
          );
        }),
      ),
  );
  return [...ofProviders, ...ofBlocks];
}

function entries(content: Json, key: string): readonly (readonly [string, unknown])[] {
  return Object.entries(objectAt(content, key));
}

function providerFinder(stack: StackFile, schemas: ProviderSchemas) {
  const names = providersOf(stack);
  return (name: string): ProviderSchema | undefined => {
    const source = names.get(name)?.['source'];
    const wanted = typeof source === 'string' ? source : `hashicorp/${name}`;
    const address = Object.keys(schemas).find(
      (key) => key === wanted || key.endsWith(`/${wanted}`),
    );
    return address === undefined ? undefined : schemas[address];
  };
}

/** The provider a resource names: `aws.other` is one of aws. */
function prefixOf(block: unknown): string | undefined {
  const provider = isJson(block) ? block['provider'] : undefined;
  return typeof provider === 'string' ? provider.split('.')[0] : undefined;
}

function checkBlock(
  address: string,
  path: string,
  block: unknown,
  schema: BlockSchema | undefined,
): readonly SchemaProblem[] {
  if (schema === undefined)
    return [{ severity: 'error', address, message: 'no provider of the stack has this type' }];
  if (isExpression(block)) return [];
  if (!isJson(block)) return [problem(address, `${path.slice(0, -1)} needs a block`.trim())];
  const inDynamic = new Set(Object.keys(objectAt(block, 'dynamic')));
  const present = Object.entries(block).flatMap(([name, value]) => {
    if (path === '' && META.has(name)) return [];
    const where = `${path}${name}`;
    if (name === 'dynamic') return checkDynamic(address, path, value, schema);
    const attribute = schema.attributes?.[name];
    if (attribute !== undefined) return checkAttribute(address, where, attribute, value);
    const nested = schema.block_types?.[name];
    if (nested === undefined)
      return [{ severity: 'error' as const, address, message: `there is no argument ${where}` }];
    return [
      ...tooMany(address, where, value, nested),
      ...blocksIn(value, nested).flatMap((inner) =>
        checkBlock(address, `${where}.`, inner, nested.block),
      ),
    ];
  });
  return [...present, ...missingIn(address, path, block, schema, inDynamic)];
}

/** Blocks under a name: one, several, or, where each has a label, several by it. */
function blocksIn(value: unknown, { nesting_mode: mode }: NestedSchema): readonly unknown[] {
  if (value === null || isExpression(value)) return [];
  return mode === 'map' && isJson(value) ? Object.values(value) : listOf(value);
}

function tooMany(
  address: string,
  where: string,
  value: unknown,
  nested: NestedSchema,
): readonly SchemaProblem[] {
  const { max_items: most = 0 } = nested;
  const { length } = blocksIn(value, nested);
  return most > 0 && length > most
    ? [
        {
          severity: 'error',
          address,
          message: `${where} is there ${length} times, at most ${most}`,
        },
      ]
    : [];
}

/** Arguments and blocks that have to be there. */
function missingIn(
  address: string,
  path: string,
  block: Json,
  { attributes = {}, block_types: blocks = {} }: BlockSchema,
  inDynamic: ReadonlySet<string>,
): readonly SchemaProblem[] {
  const required = [
    ...Object.entries(attributes).filter(([, { required: needed }]) => needed === true),
    ...Object.entries(blocks).filter(
      ([name, { min_items: least = 0 }]) => least > 0 && !inDynamic.has(name),
    ),
  ];
  return required
    .filter(([name]) => isAbsent(block[name]))
    .map(([name]) => ({
      ...{ severity: 'error', address, message: `${path}${name} is required and missing` },
    }));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** What a dynamic block makes is judged as the blocks it makes. */
function checkDynamic(
  address: string,
  path: string,
  value: unknown,
  schema: BlockSchema,
): readonly SchemaProblem[] {
  return Object.entries(isJson(value) ? value : {}).flatMap(([name, dynamic]) => {
    const nested = schema.block_types?.[name];
    if (nested === undefined) return [problem(address, `there is no argument ${path}${name}`)];
    return listOf(dynamic).flatMap((one) =>
      checkBlock(address, `${path}${name}.`, isJson(one) ? one['content'] : {}, nested.block),
    );
  });
}

function checkAttribute(
  address: string,
  where: string,
  attribute: AttributeSchema,
  value: unknown,
): readonly SchemaProblem[] {
  const computed = attribute.optional !== true && attribute.required !== true;
  return [
    ...(attribute.deprecated === true
      ? [{ severity: 'warning' as const, address, message: `${where} is deprecated` }]
      : []),
    ...(computed ? [problem(address, `${where} cannot be set, the provider computes it`)] : []),
    ...checkValue(address, where, attribute, value),
  ];
}

function checkValue(
  address: string,
  where: string,
  { type, nested_type: inner }: AttributeSchema,
  value: unknown,
): readonly SchemaProblem[] {
  if (inner === undefined) {
    const wrong = type === undefined ? undefined : typeProblem(type, value);
    return wrong === undefined ? [] : [problem(address, `${where} ${wrong}`)];
  }
  const block: BlockSchema = { attributes: inner.attributes ?? {} };
  const nested: NestedSchema = {
    block,
    ...(inner.nesting_mode && { nesting_mode: inner.nesting_mode }),
  };
  return blocksIn(value, nested).flatMap((one) => checkBlock(address, `${where}.`, one, block));
}

function problem(address: string, message: string): SchemaProblem {
  return { severity: 'error', address, message };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function omit(block: unknown, key: string): Json {
  if (!isJson(block)) return {};
  return Object.fromEntries(Object.entries(block).filter(([name]) => name !== key));
}
