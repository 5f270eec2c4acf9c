import type { BlockSchema, ProviderSchemas } from '../schema-check';
import { isJson, objectAt, type Json, type StackFile } from '../stack-files';

/** A block of a stack that others may refer to. */
export interface StackBlock {
  /** `resource`, `data` or `ephemeral`. */
  readonly kind: string;
  /** Its type, for example `aws_vpc`. */
  readonly type: string;
  /** Its name in the stack. */
  readonly name: string;
  /** What it is set to. */
  readonly body: Json;
}

/** What is in a stack, by what expressions call it. */
export interface StackIndex {
  /** The stack. */
  readonly stack: StackFile;
  /** Its resources and data sources. */
  readonly blocks: readonly StackBlock[];
  /** Addresses of blocks: `aws_vpc.main`, `data.aws_region.here`. */
  readonly addresses: ReadonlySet<string>;
  /** Its providers: `aws`, `aws.world`. */
  readonly providers: ReadonlySet<string>;
  /** Region of each provider. */
  readonly regions: ReadonlyMap<string, string>;
  /** Names of other things expressions may begin with: `local.a`, `var.b`, `module.c`. */
  readonly values: ReadonlySet<string>;
}

const KINDS = ['resource', 'data', 'ephemeral'] as const;
const VALUES = [
  ['local', 'locals'],
  ['var', 'variable'],
  ['module', 'module'],
] as const;

/** Looks at all blocks of a stack once. */
export function indexStack(stack: StackFile): StackIndex {
  const { content } = stack;
  const blocks = KINDS.flatMap((kind) =>
    Object.entries(objectAt(content, kind)).flatMap(([type, named]) =>
      Object.entries(isJson(named) ? named : {}).map(([name, body]) => ({
        ...{ kind, type, name, body: isJson(body) ? body : {} },
      })),
    ),
  );
  const regions = new Map(
    Object.entries(objectAt(content, 'provider')).flatMap(([name, list]) =>
      (Array.isArray(list) ? (list as readonly unknown[]) : [list])
        .filter(isJson)
        .map(({ alias, region }) => [
          typeof alias === 'string' ? `${name}.${alias}` : name,
          String(region),
        ]),
    ),
  );
  return {
    ...{ stack, blocks, regions, providers: new Set(regions.keys()) },
    addresses: new Set(blocks.map(addressOf)),
    values: new Set(
      VALUES.flatMap(([word, key]) =>
        Object.keys(objectAt(content, key)).map((name) => `${word}.${name}`),
      ),
    ),
  };
}

/** What expressions call a block. */
export function addressOf({ kind, type, name }: StackBlock): string {
  return kind === 'resource' ? `${type}.${name}` : `${kind}.${type}.${name}`;
}

/** The region a block is in: that of its provider. */
export function regionOf({ body }: StackBlock, { regions }: StackIndex): string {
  const { provider } = body;
  return regions.get(typeof provider === 'string' ? provider : 'aws') ?? 'unknown';
}

/** The schema of a block's type, of whichever provider has it. */
export function blockSchema(
  { kind, type }: Pick<StackBlock, 'kind' | 'type'>,
  schemas: ProviderSchemas,
): BlockSchema | undefined {
  for (const provider of Object.values(schemas)) {
    const found = {
      resource: provider.resource_schemas,
      data: provider.data_source_schemas,
      ephemeral: provider.ephemeral_resource_schemas,
    }[kind as (typeof KINDS)[number]]?.[type];
    if (found !== undefined) return found.block;
  }
  return undefined;
}
