import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ended } from '../../run-process';
import { objectAt, type Json, type StackFile } from '../../stack-files';
import { createBucket } from '../aws-call';
import type { EmulatedCloud } from '../emulated-cloud';
import { withBlocks } from '../excerpt';
import { accountOf, forEmulator } from '../for-emulator';
import { withHeartbeat } from '../heartbeat';
import { differenceOf, kindsOf } from '../plan-changes';
import { initialise, planProblems, problemsOf } from '../stacks-life';

/** A stack to which something happens; its state is in the emulator's S3, with a lock, as the state of the product is. */
export interface Scene {
  /** What it is called in messages. */
  readonly name: string;
  /** Where Terraform runs it. */
  readonly folder: string;
  /** The emulator and Terraform. */
  readonly cloud: EmulatedCloud;
  /** Its account and region. */
  readonly account: string;
  readonly region: string;
  /** The bucket of its state. */
  readonly bucket: string;
  /** Told what is being done. */
  readonly progress: (text: string) => void;
}

/** How many of each kind exist, as `kindsOf` counts. */
export type Kinds = ReadonlyMap<string, number>;

const PLAIN = ['-input=false', '-no-color'] as const;
/** A run that was refused says so at once. */
const REFUSED_SECONDS = 120;

/** Writes a stack where Terraform can run it, makes the bucket of its state, and initialises. */
export async function openScene(
  { name, content }: Omit<StackFile, 'folder'>,
  { cloud, folder, progress }: Pick<Scene, 'cloud' | 'folder' | 'progress'>,
): Promise<Scene> {
  const { endpoint } = cloud.emulator;
  const state = objectAt(objectAt(objectAt(content, 'terraform'), 'backend'), 's3');
  const region = String(state['region']);
  const bucket = String(state['bucket']);
  const account = accountOf(name, content);
  await createBucket({ endpoint, account, region }, bucket);
  const scene = { name, folder, cloud, account, region, bucket, progress };
  await write(scene, content);
  return scene;
}

/** The same stack in another folder, for a client that tries again so often. */
export async function withRetries(
  scene: Scene,
  content: Json,
  folder: string,
  retries: number,
): Promise<Scene> {
  const other = { ...scene, folder };
  await write(other, content, retries);
  return other;
}

async function write(
  { name, cloud, folder }: Scene,
  content: Json,
  retries?: number,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const target = {
    endpoint: cloud.emulator.endpoint,
    ...(retries !== undefined && { retries }),
  };
  const aimed = forEmulator({ name, content }, target);
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(aimed, undefined, 2));
  const init = await initialise(cloud.terraform, folder);
  if (init.code !== 0) throw new Error(problemsOf(name, 'init', init).join('\n'));
}

/** Applies, whatever comes of it. */
export function apply({ cloud, folder, name, progress }: Scene): Promise<Ended> {
  const args = ['apply', '-auto-approve', '-parallelism=24', ...PLAIN];
  return withHeartbeat(progress, () => `applying ${name}`, cloud.terraform.run(folder, args));
}

/** Applies a second time beside a run that holds the lock, whatever comes of it. */
export function applyRefused({ cloud, folder }: Scene): Promise<Ended> {
  return cloud.terraform.run(folder, ['apply', '-auto-approve', ...PLAIN], REFUSED_SECONDS);
}

/** Runs another command of Terraform, whatever comes of it. */
export function command({ cloud, folder }: Scene, args: readonly string[]): Promise<Ended> {
  return cloud.terraform.run(folder, args, REFUSED_SECONDS);
}

/** What exists, by kind. */
export async function kindsNow({ cloud }: Scene): Promise<Kinds> {
  return kindsOf(await cloud.emulator.left());
}

/** What exists, a line each. */
export async function leftNow({ cloud }: Scene): Promise<ReadonlySet<string>> {
  return new Set(await cloud.emulator.left());
}

/** Whether a plain run completes, leaves nothing to do, and there is of everything what there would be without a fault. */
export async function completes(scene: Scene, wanted: Kinds): Promise<readonly string[]> {
  const ended = await apply(scene);
  if (ended.code !== 0) return problemsOf(scene.name, 'a plain run afterwards', ended);
  return isWhole(scene, wanted);
}

/** Whether nothing is left to do, and there is of everything what there would be without a fault. */
export async function isWhole(scene: Scene, wanted: Kinds): Promise<readonly string[]> {
  const { cloud, folder, name } = scene;
  const differences = differenceOf(wanted, await kindsNow(scene));
  return [
    ...(await planProblems(cloud.terraform, folder, name)),
    ...differences.map(
      (difference) => `[${name}] there is ${difference} than without a fault; make it once`,
    ),
  ];
}

/** Takes everything down; gives what is left that was not there before. */
export async function takeDown(
  scene: Scene,
  before: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { cloud, folder, name, progress } = scene;
  const args = ['destroy', '-auto-approve', '-parallelism=24', ...PLAIN];
  const ended = await withHeartbeat(
    progress,
    () => `destroying ${name}`,
    cloud.terraform.run(folder, args),
  );
  if (ended.code !== 0) return problemsOf(name, 'destroy', ended);
  return (await cloud.emulator.left())
    .filter((line) => !before.has(line))
    .map((line) => `[${name}] ${line} is left after destroy; delete it with the rest`);
}

/** Several stacks of one account and region as one, under the name of the first. */
export function mergeStacks(name: string, contents: readonly Json[]): Omit<StackFile, 'folder'> {
  const [first = {}] = contents;
  const together = (kind: string): Json => {
    const types = new Map<string, Json>();
    for (const content of contents)
      for (const [type, blocks] of Object.entries(objectAt(content, kind)))
        types.set(type, { ...types.get(type), ...(blocks as Json) });
    return Object.fromEntries(types);
  };
  return {
    name,
    content: withBlocks(first, { resource: together('resource'), data: together('data') }),
  };
}
