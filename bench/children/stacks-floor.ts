/** The floor of the stacks: a bare app that adds the same resources, their arguments written out. */
import { readFileSync } from 'node:fs';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import {
  App,
  S3Backend,
  TerraformElement,
  TerraformOutput,
  TerraformStack,
  type S3BackendConfig,
  type TerraformOutputConfig,
} from 'cdktf';
import type { IConstruct } from 'constructs';
import { argument, startMeasure, tell } from './measure';
import type { BlockRecord, Config, StackRecord } from './stacks-resources';

/** A class of the provider. */
type BlockClass = new (scope: IConstruct, id: string, config: Config) => IConstruct;
/** The classes in use, by name. */
type Classes = ReadonlyMap<string, BlockClass>;

async function importClasses(stacks: readonly StackRecord[]): Promise<Classes> {
  const classes = new Map<string, BlockClass>();
  for (const { module, className } of stacks.flatMap(({ blocks }) => blocks)) {
    if (classes.has(className)) continue;
    const exported = (await import(`@cdktf/provider-aws/lib/${module}`)) as Readonly<
      Record<string, BlockClass>
    >;
    const found = exported[className];
    if (found === undefined) throw new Error(`${module} exports no class ${className}`);
    classes.set(className, found);
  }
  return classes;
}

function addStack(app: App, stack: StackRecord, classes: Classes): void {
  const { name, providers, outputs, backend, overrides, blocks } = stack;
  const scope = new TerraformStack(app, name);
  const aliases = new Map(
    providers.map(({ alias, ...provider }, index) => [
      alias === undefined ? '' : JSON.stringify(alias),
      new AwsProvider(scope, index === 0 ? 'Aws' : `Aws-${index}`, {
        ...provider,
        ...(typeof alias === 'string' && { alias }),
      }),
    ]),
  );
  new S3Backend(scope, backend as Config & S3BackendConfig);
  for (const [key, value] of Object.entries(overrides)) scope.addOverride(key, value);
  for (const block of blocks) addBlock(scope, block, classes, aliases);
  for (const [id, config] of Object.entries(outputs))
    new TerraformOutput(scope, id, config as Config & TerraformOutputConfig);
}

function addBlock(
  scope: TerraformStack,
  block: BlockRecord,
  classes: Classes,
  aliases: ReadonlyMap<string, AwsProvider>,
): void {
  const { module, className, id, config, dependsOn, alias } = block;
  const Block = classes.get(className);
  if (Block === undefined) throw new Error(`class ${className} is not imported`);
  // Blocks of two types may share an address, constructs of one scope may not.
  const taken = scope.node.tryFindChild(id) !== undefined;
  const made = new Block(scope, taken ? `${id}-${module}` : id, {
    ...config,
    ...(alias !== undefined && { provider: aliases.get(JSON.stringify(alias)) }),
    ...(dependsOn && { dependsOn: dependsOn.map((fqn) => ({ fqn })) }),
  });
  if (taken && TerraformElement.isTerraformElement(made)) made.overrideLogicalId(id);
}

async function main(): Promise<void> {
  const stacks = JSON.parse(readFileSync(argument(0), 'utf8')) as readonly StackRecord[];
  const classes = await importClasses(stacks);
  const measure = startMeasure();
  const app = new App({ outdir: argument(1) });
  for (const stack of stacks) addStack(app, stack, classes);
  app.synth();
  tell(
    measure(),
    stacks.reduce((sum, { blocks }) => sum + blocks.length, 0),
  );
}

void main();
