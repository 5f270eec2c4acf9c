import { join } from 'node:path';
import type { CheckContext, Outcome } from '../check';
import type { StackFile } from '../stack-files';
import { leftProblems, unknownProblems, type EmulatedCloud } from './emulated-cloud';
import { layOut, manifestOf } from './laid-out';
import { makeRoles, removeRoles, rolesExpected } from './prepare-account';
import { applyStacks, countResources, destroyStacks, planStacksEmpty } from './stacks-life';

/** What lives. */
export interface LiveOnceOptions {
  /** The stacks. */
  readonly stacks: readonly StackFile[];
  /** The folder from which they were read: beside it is what tells their order. */
  readonly from: string;
  /** How many stacks are run at a time. */
  readonly parallel: number;
}

/** Applies stacks, plans them again, which is to find nothing, and destroys them, which is to leave nothing. */
export async function liveOnce(
  { folder, progress }: CheckContext,
  { emulator, terraform, target, states, versions }: EmulatedCloud,
  { stacks, from, parallel }: LiveOnceOptions,
): Promise<Outcome> {
  const roles = rolesExpected(stacks);
  await makeRoles(emulator.endpoint, roles);
  const laid = layOut(join(folder, 'stacks'), stacks, manifestOf(from), target);
  const life = { terraform, stacks: laid, parallel, progress };
  const notes: string[] = [];
  const timed = async (
    what: string,
    work: () => Promise<readonly string[]>,
  ): Promise<readonly string[]> => {
    const started = performance.now();
    const problems = await work();
    notes.push(`${what} in ${Math.round((performance.now() - started) / 1000)} s`);
    return problems;
  };
  const problems = [...(await timed('applied', () => applyStacks(life)))];
  const resources = countResources(states, laid.names);
  if (problems.length === 0)
    problems.push(...(await timed('planned again', () => planStacksEmpty(life))));
  if (problems.length === 0)
    problems.push(...(await timed('destroyed', () => destroyStacks(life))));
  if (problems.length === 0) {
    await removeRoles(emulator.endpoint, roles);
    problems.push(...(await leftProblems(emulator)));
  }
  problems.push(...(await unknownProblems(emulator)));
  return {
    problems,
    figure: `${stacks.length} stacks with ${resources} resources`,
    versions,
    notes,
  };
}
