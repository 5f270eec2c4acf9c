import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';

/** A block of Terraform: its arguments by their Terraform names. */
export type Block = Readonly<Record<string, unknown>>;
/** Blocks by type, then by address. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/** What `cdk.tf.json` holds of a stack. */
export interface SynthesizedStack {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly ephemeral?: Blocks;
  readonly terraform: Block;
}

/** Builds a real app, synthesises it as the command line does, and gives the parsed stacks by name. */
export function synthStacks(build: (app: App) => void): (stack: string) => SynthesizedStack {
  const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
  try {
    const app = new App({ outdir });
    build(app);
    app.synth();
    const stacks = new Map(
      Object.values(app.manifest.stacks).map(({ name, synthesizedStackPath }) => [
        name,
        JSON.parse(readFileSync(join(outdir, synthesizedStackPath), 'utf8')) as SynthesizedStack,
      ]),
    );
    return (stack) => {
      const found = stacks.get(stack);
      if (found === undefined)
        throw new Error(`no stack '${stack}', there are: ${[...stacks.keys()].join(', ')}`);
      return found;
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
