import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckContext } from '../check';
import type { StackFile } from '../stack-files';
import type { EmulatorTarget } from './for-emulator';
import { startEmulator, type Emulator } from './start-emulator';
import { findTerraform, type TerraformProgram } from './terraform-program';

/** Terraform and the cloud it is run against. */
export interface EmulatedCloud {
  /** The emulator. */
  readonly emulator: Emulator;
  /** Terraform, with the providers of the stacks. */
  readonly terraform: TerraformProgram;
  /** What stacks are made to run against. */
  readonly target: EmulatorTarget;
  /** The folder of their states. */
  readonly states: string;
  /** The versions of everything that judges. */
  readonly versions: string;
}

/**
 * Lends a check a cloud, and ends it whatever comes of it.
 *
 * @throws MissingPart when this machine lacks something
 */
export async function withEmulatedCloud<T>(
  { root, folder, environment, progress }: CheckContext,
  stacks: readonly StackFile[],
  use: (cloud: EmulatedCloud) => Promise<T>,
): Promise<T> {
  if (stacks.length === 0)
    throw new Error('there is no synthesised stack to apply; synthesise first: npm start');
  const states = join(folder, 'states');
  mkdirSync(states, { recursive: true });
  progress('starting terraform and the emulator');
  const terraform = await findTerraform(folder, stacks, environment);
  const emulator = await startEmulator({ root, environment });
  try {
    const target = { endpoint: emulator.endpoint, states };
    const versions = `${terraform.versions}, ${emulator.versions}`;
    return await use({ emulator, terraform, target, states, versions });
  } finally {
    await emulator.stop();
  }
}

/** What the emulator was asked and does not have, a line each. */
export async function unknownProblems(emulator: Emulator): Promise<readonly string[]> {
  return Object.entries(await emulator.unknown())
    .map(
      ([operation, times]) =>
        `[emulator] ${operation} was called ${times} times and is not emulated; teach it to test/emulator`,
    )
    .sort();
}

/** What a destroy left behind, a line each. */
export async function leftProblems(emulator: Emulator): Promise<readonly string[]> {
  return (await emulator.left()).map(
    (resource) => `[emulator] ${resource} is left after destroy; delete it with its stack`,
  );
}
