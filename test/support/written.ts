import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformDataSource, TerraformResource } from 'cdktf';
import { loadAll } from 'js-yaml';
import { writeCharts } from '../../charts';
import type { SystemPlan } from '../../lib/plan';
import { addStacks, type AddStacksOptions } from '../../stacks';
import type { Manifest } from './synth-charts';
import type { Block, SynthesizedStack } from './synth-stacks';

/** A stack as it was written, with its place in the order. */
export interface WrittenStack extends SynthesizedStack {
  /** Name of the stack. */
  readonly name: string;
  /** The file, as it was written. */
  readonly text: string;
  /** Names of the stacks before it. */
  readonly dependencies: readonly string[];
  /** How many resources and data sources it is made of. */
  readonly parts: number;
  /** Its provider, by type. */
  readonly provider: Readonly<Record<string, readonly Block[]>>;
}

/** Files by path below the output directory. */
export type Files = ReadonlyMap<string, string>;

/** Writes the stacks of all environments and reads them back, by name. */
export function writtenStacks(
  plan: SystemPlan,
  options?: AddStacksOptions,
): ReadonlyMap<string, WrittenStack> {
  return inTemporary((outdir) => {
    const app = new App({ outdir });
    addStacks(app, plan, options);
    app.synth();
    const manifest = readJson(join(outdir, 'manifest.json')) as Manifests;
    return new Map(
      Object.values(manifest.stacks).map(({ name, dependencies, synthesizedStackPath }) => {
        const text = readFileSync(join(outdir, synthesizedStackPath), 'utf8');
        const content = JSON.parse(text) as StackContent;
        return [name, { ...content, name, dependencies, text, parts: partsOf(app, name) }];
      }),
    );
  });
}

function partsOf(app: App, stack: string): number {
  return app.node
    .findChild(stack)
    .node.findAll()
    .filter(
      (part) =>
        TerraformResource.isTerraformResource(part) ||
        TerraformDataSource.isTerraformDataSource(part),
    ).length;
}

type StackContent = Omit<WrittenStack, 'name' | 'dependencies' | 'text' | 'parts'>;

interface Manifests {
  readonly stacks: Readonly<Record<string, ManifestEntry>>;
}

interface ManifestEntry {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly synthesizedStackPath: string;
}

/** Writes the charts of all environments and reads the files back, by path. */
export function writtenCharts(plan: SystemPlan): Files {
  return inTemporary((outdir) => {
    writeCharts(plan, outdir);
    return filesBelow(outdir);
  });
}

/** The objects of a manifest file. */
export function manifestsIn(text: string | undefined): readonly Manifest[] {
  return loadAll(text ?? '') as Manifest[];
}

/** The text of every file below a directory, by path, in order of the paths. */
export function filesBelow(directory: string): Files {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  return new Map(
    files.map((file) => [file.slice(directory.length + 1), readFileSync(file, 'utf8')]),
  );
}

/** Gives a directory that is there only meanwhile. */
export function inTemporary<T>(use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'groundplan-test-'));
  try {
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A block of a kind, like `resource`, in a stack: by address. */
export function blocksOf(
  stack: Pick<SynthesizedStack, 'resource' | 'data'> | undefined,
  kind: 'resource' | 'data',
  type: string,
): Readonly<Record<string, Block>> {
  return stack?.[kind]?.[type] ?? {};
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
