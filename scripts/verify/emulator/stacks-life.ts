import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ended } from '../run-process';
import { reversed, runInOrder } from './in-order';
import type { LaidOut } from './laid-out';
import { countIn } from './plan-changes';
import { errorsIn, explainErrors } from './terraform-errors';
import type { TerraformProgram } from './terraform-program';

/** What runs stacks. */
export interface StacksLife {
  /** Terraform. */
  readonly terraform: TerraformProgram;
  /** The stacks. */
  readonly stacks: LaidOut;
  /** How many stacks are run at a time. */
  readonly parallel: number;
  /** Told what is being done. */
  readonly progress: (text: string) => void;
}

/** Operations of one run at a time: the provider's own waiting is most of the work. */
const AT_ONCE = '-parallelism=24';
const PLAIN = ['-input=false', '-no-color'] as const;

/** Applies stacks in the order of their dependencies; gives what went wrong. */
export async function applyStacks(life: StacksLife): Promise<readonly string[]> {
  return inOrder(life, 'apply', async (folder) => {
    const init = await initialise(life.terraform, folder);
    if (init.code !== 0) return init;
    return life.terraform.run(folder, ['apply', '-auto-approve', AT_ONCE, ...PLAIN]);
  });
}

/** Plans stacks again; gives whatever Terraform would still change, which is to be nothing. */
export async function planStacksEmpty(life: StacksLife): Promise<readonly string[]> {
  const problems: string[] = [];
  await runInOrder({
    ...{ names: life.stacks.names, before: {}, parallel: life.parallel },
    work: async (name) => {
      life.progress(`plan ${name}`);
      const folder = life.stacks.folderOf(name);
      problems.push(...(await planProblems(life.terraform, folder, name)));
      return true;
    },
  });
  return problems.sort();
}

/** What a plan of a stack that was just applied finds to do, or why it fails. */
export async function planProblems(
  terraform: TerraformProgram,
  folder: string,
  name: string,
): Promise<readonly string[]> {
  const plan = await terraform.run(folder, ['plan', '-detailed-exitcode', AT_ONCE, ...PLAIN]);
  if (plan.code === 0) return [];
  if (plan.code !== 2) return problemsOf(name, 'plan', plan);
  return changedLines(plan.stdout).map(
    (line) =>
      `[${name}] a second plan is not empty: ${line}; make what is asked for and what AWS answers the same`,
  );
}

/** Destroys stacks, each before what it depends on; gives what went wrong. */
export async function destroyStacks(life: StacksLife): Promise<readonly string[]> {
  const before = reversed(life.stacks.before);
  return inOrder({ ...life, stacks: { ...life.stacks, before } }, 'destroy', (folder) =>
    life.terraform.run(folder, ['destroy', '-auto-approve', AT_ONCE, ...PLAIN]),
  );
}

/** Makes a folder ready for Terraform. */
export function initialise(terraform: TerraformProgram, folder: string): Promise<Ended> {
  return terraform.run(folder, ['init', ...PLAIN]);
}

/** How many resources the states of stacks have. */
export function countResources(states: string, names: readonly string[]): number {
  return names
    .map((name) => join(states, `${name}.tfstate`))
    .filter((file) => existsSync(file))
    .reduce((sum, file) => sum + countIn(readFileSync(file, 'utf8')), 0);
}

/** Problems of a run that failed, a line each. */
export function problemsOf(name: string, doing: string, ended: Ended): readonly string[] {
  if (ended.code === undefined)
    return [`[${name}] ${doing} did not end: ${ended.stderr.slice(-300)}; see what it waits for`];
  const errors = explainErrors(errorsIn(`${ended.stdout}\n${ended.stderr}`));
  return errors.map((error) => `[${name}] ${doing} failed: ${error}`);
}

async function inOrder(
  { stacks, parallel, progress }: StacksLife,
  doing: string,
  work: (folder: string) => Promise<Ended>,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const { skipped } = await runInOrder({
    ...{ names: stacks.names, before: stacks.before, parallel },
    work: async (name) => {
      progress(`${doing} ${name}`);
      const ended = await work(stacks.folderOf(name));
      if (ended.code !== 0) problems.push(...problemsOf(name, doing, ended));
      progress(`${doing} ${name}: ${Math.round(ended.seconds)} s`);
      return ended.code === 0;
    },
  });
  problems.sort();
  if (skipped.length > 0)
    problems.push(
      `[${skipped.join(', ')}] ${doing} was not tried, because what they depend on failed; mend that first`,
    );
  return problems;
}

/** What a plan says of resources and what is not the same, without the lines around it. */
export function changedLines(plan: string): readonly string[] {
  const lines = plan.split('\n').map((line) => line.trim());
  const told = lines.filter((line) => /^# \S+ (?:will be|must be|is tainted)/.test(line));
  const marks = lines.filter((line) => /^(?:[~+-]|-\/\+|\+\/-) "?\w/.test(line)).slice(0, 5);
  return told.length === 0 ? marks : told.map((line) => `${line.slice(2)} (${marks.join(' ')})`);
}
