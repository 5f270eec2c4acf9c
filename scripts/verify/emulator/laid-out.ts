import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isJson, objectAt, type StackFile } from '../stack-files';
import { forEmulator, type EmulatorTarget } from './for-emulator';

/** Stacks in folders where Terraform can run them against the emulator. */
export interface LaidOut {
  /** Their names, in order. */
  readonly names: readonly string[];
  /** What each depends on, by name. */
  readonly before: Readonly<Record<string, readonly string[]>>;
  /** The folder in which Terraform runs one. */
  folderOf(name: string): string;
}

/**
 * Writes stacks below a folder, made for the emulator.
 *
 * @param folder where they are written, a folder each
 * @param manifest what cdktf tells of the stacks: their dependencies among others
 */
export function layOut(
  folder: string,
  stacks: readonly StackFile[],
  manifest: string,
  target: EmulatorTarget,
): LaidOut {
  for (const stack of stacks) {
    mkdirSync(join(folder, stack.name), { recursive: true });
    writeFileSync(
      join(folder, stack.name, 'cdk.tf.json'),
      JSON.stringify(forEmulator(stack, target), undefined, 2),
    );
  }
  return {
    names: stacks.map(({ name }) => name),
    before: readDependencies(manifest),
    folderOf: (name) => join(folder, name),
  };
}

/** The manifest beside the folder of the stacks. */
export function manifestOf(stacks: string): string {
  return join(dirname(stacks), 'manifest.json');
}

/** What each stack depends on, as cdktf's manifest has it. */
export function readDependencies(manifest: string): Readonly<Record<string, readonly string[]>> {
  const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const stacks = Object.entries(objectAt(isJson(content) ? content : {}, 'stacks'));
  return Object.fromEntries(
    stacks.map(([name, stack]) => {
      const dependencies: unknown = isJson(stack) ? stack['dependencies'] : [];
      const list: readonly unknown[] = Array.isArray(dependencies) ? dependencies : [];
      return [name, list.filter((one) => typeof one === 'string')] as const;
    }),
  );
}
