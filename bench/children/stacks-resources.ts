/** Builds the stacks of a system and keeps every argument, resolved, as JSON, for the floor. */
import { writeFileSync } from 'node:fs';
import {
  App,
  DefaultTokenResolver,
  S3Backend,
  StringConcat,
  TerraformDataSource,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
  Tokenization,
} from 'cdktf';
import type { IConstruct } from 'constructs';
import { planSystem } from '../../lib/plan';
import { addStacks } from '../../stacks';
import { syntheticSystem } from '../synthetic';
import { argument } from './measure';

/** Arguments of a block, by the names that its class takes. */
export type Config = Readonly<Record<string, unknown>>;

/** A resource or data source. */
export interface BlockRecord {
  /** Module of the provider, for example `kms-key`. */
  readonly module: string;
  /** Class in the module. */
  readonly className: string;
  /** Address without the type. */
  readonly id: string;
  /** Arguments. */
  readonly config: Config;
  /**
   * Addresses it depends on.
   *
   * @default - nothing is said
   */
  readonly dependsOn?: readonly string[];
  /**
   * Alias of its provider.
   *
   * @default - that of the stack
   */
  readonly alias?: string;
}

/** A stack with everything in it. */
export interface StackRecord {
  /** Name of the stack. */
  readonly name: string;
  /** Arguments of the providers, that of the stack first. */
  readonly providers: readonly Config[];
  /** Outputs, by name. */
  readonly outputs: Readonly<Record<string, Config>>;
  /** Arguments of the backend. */
  readonly backend: Config;
  /** Blocks that are written into the stack as they are. */
  readonly overrides: Config;
  /** Resources and data sources. */
  readonly blocks: readonly BlockRecord[];
}

/** Fields of an element that begin like those of arguments and are none. */
const INTERNAL: ReadonlySet<string> = new Set([
  ...['_elementType', '_fqnToken', '_friendlyUniqueId', '_logicalIdOverride'],
  ...['_hasMoved', '_movedByTarget', '_movedById', '_imported'],
]);

function resolve(scope: IConstruct, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}

/** The arguments that an element was made with: its class keeps each in a field of its own, blocks in wrappers. */
function configOf(element: IConstruct): Config {
  const fields = Object.entries(element).filter(
    ([key]) => key.startsWith('_') && !INTERNAL.has(key),
  );
  const config: Record<string, unknown> = Object.fromEntries(
    fields.map(([key, value]: [string, unknown]) => [key.slice(1), unwrap(value)]),
  );
  if (TerraformResource.isTerraformResource(element)) config['lifecycle'] = element.lifecycle;
  return objectOf(resolve(element, config));
}

function unwrap(value: unknown): unknown {
  const wrapped = typeof value === 'object' && value !== null && 'internalValue' in value;
  return wrapped ? value.internalValue : value;
}

function objectOf(value: unknown): Config {
  return Object.fromEntries(Object.entries(value ?? {}));
}

function describeBlock(element: TerraformResource | TerraformDataSource): BlockRecord {
  const type = element.terraformResourceType.replace(/^aws_/, '').replaceAll('_', '-');
  const data = TerraformDataSource.isTerraformDataSource(element);
  const { dependsOn, provider } = element;
  return {
    module: data ? `data-aws-${type}` : type,
    className: element.constructor.name,
    id: element.friendlyUniqueId,
    config: configOf(element),
    ...(dependsOn && { dependsOn: dependsOn.map((address) => String(resolve(element, address))) }),
    ...(provider?.alias !== undefined && { alias: provider.alias }),
  };
}

function describeStack(stack: TerraformStack): StackRecord {
  const elements = stack.node.findAll();
  const providers = elements.filter((element) => TerraformProvider.isTerraformProvider(element));
  const outputs = elements.filter((element) => TerraformOutput.isTerraformOutput(element));
  const backend = elements.find((element) => S3Backend.isBackend(element));
  return {
    name: stack.node.id,
    providers: providers.map(configOf),
    outputs: Object.fromEntries(
      outputs.map((output) => [
        output.node.id,
        {
          value: resolve(output, output.value),
          ...(output.description !== undefined && { description: output.description }),
        },
      ]),
    ),
    backend: backend ? objectOf(Reflect.get(backend, 'props')) : {},
    overrides: objectOf(resolve(stack, Reflect.get(stack, 'rawOverrides'))),
    blocks: elements
      .filter(
        (element): element is TerraformResource | TerraformDataSource =>
          TerraformResource.isTerraformResource(element) ||
          TerraformDataSource.isTerraformDataSource(element),
      )
      .map(describeBlock),
  };
}

const app = new App({ outdir: argument(1) });
addStacks(app, planSystem(syntheticSystem(Number(argument(0)))));
const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
writeFileSync(argument(2), JSON.stringify(stacks.map(describeStack)));
