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
interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, { readonly block: BlockSchema }>>;
}

/** The schema of an argument, as far as it is looked at. */
interface AttributeSchema {
  readonly deprecated?: boolean;
  readonly optional?: boolean;
  readonly required?: boolean;
  readonly nested_type?: { readonly attributes?: Readonly<Record<string, AttributeSchema>> };
}

/** The schema of a type. */
interface TypeSchema {
  readonly block: BlockSchema;
}

/** What a provider knows. */
interface ProviderSchema {
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

/** Finds every argument of a stack's providers, resources and data sources that a schema does not have. */
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
  if (!isJson(block)) return [];
  return Object.entries(block).flatMap(([name, value]) => {
    if (path === '' && META.has(name)) return [];
    const where = `${path}${name}`;
    if (name === 'dynamic') return checkDynamic(address, path, value, schema);
    const attribute = schema.attributes?.[name];
    if (attribute !== undefined) return checkAttribute(address, where, attribute, value);
    const nested = schema.block_types?.[name]?.block;
    if (nested === undefined)
      return [{ severity: 'error' as const, address, message: `there is no argument ${where}` }];
    return listOf(value).flatMap((inner) => checkBlock(address, `${where}.`, inner, nested));
  });
}

function checkDynamic(address: string, path: string, value: unknown, schema: BlockSchema) {
  return Object.entries(isJson(value) ? value : {}).flatMap(([name, dynamic]) =>
    listOf(dynamic).flatMap((one) =>
      checkBlock(address, path, { [name]: isJson(one) ? one['content'] : {} }, schema),
    ),
  );
}

function checkAttribute(
  address: string,
  where: string,
  attribute: AttributeSchema,
  value: unknown,
): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  if (attribute.deprecated === true)
    problems.push({ severity: 'warning', address, message: `${where} is deprecated` });
  if (attribute.optional !== true && attribute.required !== true)
    problems.push({
      severity: 'error',
      address,
      message: `${where} cannot be set, the provider computes it`,
    });
  const inner = attribute.nested_type;
  if (inner === undefined) return problems;
  const nested: BlockSchema = { attributes: inner.attributes ?? {} };
  return [
    ...problems,
    ...listOf(value).flatMap((one) => checkBlock(address, `${where}.`, one, nested)),
  ];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function omit(block: unknown, key: string): Json {
  if (!isJson(block)) return {};
  return Object.fromEntries(Object.entries(block).filter(([name]) => name !== key));
}
