import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ended } from '../run-process';
import { readStacks, type StackFile } from '../stack-files';
import { UNATTENDED, type CdktfProject } from './cdktf-project';
import { leftProblems, unknownProblems, type EmulatedCloud } from './emulated-cloud';
import { withHeartbeat } from './heartbeat';
import { runInOrder } from './in-order';
import { readDependencies, type LaidOut, manifestOf } from './laid-out';
import {
  changesIn,
  lossesIn,
  statefulIn,
  type KeptResource,
  type PlannedChange,
} from './plan-changes';
import { makeRoles, removeRoles, type ExpectedRole } from './prepare-account';
import { countResources, initialise, planStacksEmpty, problemsOf } from './stacks-life';

/** What lives a life in the emulated cloud. */
export interface StagingLife {
  /** The project whose stacks they are. */
  readonly project: CdktfProject;
  /** The cloud. */
  readonly cloud: EmulatedCloud;
  /** The stacks, as `cdktf deploy` takes them, for example `shop-staging-*`. */
  readonly patterns: readonly string[];
  /** The folder of the states. */
  readonly states: string;
  /** The roles of people, which are there before. */
  readonly roles: readonly ExpectedRole[];
  /** The file of the system as it is after a while. */
  readonly grownSystem: string;
  /** How many plans are made at a time. */
  readonly parallel: number;
  /** Told what is being done. */
  readonly progress: (text: string) => void;
}

/** What came of it. */
export interface StagingOutcome {
  /** What is wrong, a line each. */
  readonly problems: readonly string[];
  /** What was done, with its figures. */
  readonly notes: readonly string[];
  /** What was done to how much, for example `22 stacks with 532 resources deployed, planned empty`. */
  readonly figure: string;
}

/** A step does not hang: `cdktf` as a whole is stopped after so long. */
const DEPLOY_SECONDS = 36 * 60;

/**
 * A life: everything is deployed, a plan right after it is empty, the system grows and loses nothing by it, what is
 * protected refuses to be destroyed, and after the destruction nothing is left. It ends with the first step that fails.
 */
export async function liveInStaging(life: StagingLife): Promise<StagingOutcome> {
  const notes: string[] = [];
  const done: string[] = [];
  const changed = new Set<string>();
  let size = '';
  const problems: string[] = [];
  const steps: readonly (readonly [string, () => Promise<readonly string[]>])[] = [
    ['deployed', () => deploy(life)],
    ['planned empty', () => planEmpty(life)],
    ['grown', () => grow(life, changed, notes)],
    ['planned empty again', () => planEmpty(life, changed)],
    ['protected', () => refuseDestruction(life, notes)],
    ['destroyed', () => destroyAll(life)],
  ];
  for (const [step, work] of steps) {
    const started = performance.now();
    problems.push(...(await work()));
    const names = stacksOf(life).map(({ name }) => name);
    const now = `${names.length} stacks with ${countResources(life.states, names)} resources`;
    notes.push(`${step}: ${now}, ${Math.round((performance.now() - started) / 1000)} s`);
    if (step !== 'destroyed') size = now;
    if (problems.length > 0) break;
    done.push(step);
  }
  problems.push(...(await unknownProblems(life.cloud.emulator)));
  return { problems, notes, figure: `${size} ${done.join(', ') || 'not deployed'}` };
}

async function deploy(life: StagingLife): Promise<readonly string[]> {
  await makeRoles(life.cloud.emulator.endpoint, life.roles);
  return problemsOfCdktf('cdktf deploy', await run(life, 'deploy'));
}

/** Plans the stacks again, or only those named. */
async function planEmpty(
  life: StagingLife,
  only?: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { cloud, parallel, progress } = life;
  const all = laidOut(life);
  const stacks = { ...all, names: all.names.filter((name) => only?.has(name) ?? true) };
  return planStacksEmpty({ terraform: cloud.terraform, stacks, parallel, progress });
}

/** The system grows: what is planned and what comes of it lose nothing that must survive. */
async function grow(
  life: StagingLife,
  changed: Set<string>,
  notes: string[],
): Promise<readonly string[]> {
  const { project, progress } = life;
  const before = keptIn(life);
  const texts = new Map(stacksOf(life).map(({ name, content }) => [name, JSON.stringify(content)]));
  project.use(life.grownSystem);
  const synth = await withHeartbeat(progress, () => 'cdktf synth', project.cdktf(['synth'], 300));
  if (synth.code !== 0) return problemsOfCdktf('cdktf synth', synth);
  for (const { name, content } of stacksOf(life))
    if (texts.get(name) !== JSON.stringify(content)) changed.add(name);
  const stacks = [...changed].filter((name) => texts.has(name));
  const planned = await planAll(life, stacks);
  notes.push(
    `a larger system changes ${planned.changes.length} resources of stacks that were there`,
  );
  const problems = [
    ...planned.problems,
    ...lossesIn(planned.changes).map(
      ({ address, actions }) =>
        `[${address}] the plan of a larger system says ${actions.join(' and ')}; change it in place`,
    ),
    ...(planned.changes.length === 0
      ? ['[grown system] its plan changes nothing; let it ask for more than before']
      : []),
  ];
  if (problems.length > 0) return problems;
  const ended = await run(life, 'deploy');
  if (ended.code !== 0) return problemsOfCdktf('cdktf deploy of a larger system', ended);
  return lostSince(before, keptIn(life));
}

/** What is told to be kept refuses to be destroyed, and after that is allowed everything goes. */
async function refuseDestruction(life: StagingLife, notes: string[]): Promise<readonly string[]> {
  const guarded = stacksOf(life).filter(({ content }) => isGuarded(content));
  const problems: string[] = [];
  for (const { name, folder } of guarded) {
    life.progress(`destroying ${name}, which is protected`);
    const args = ['plan', '-destroy', '-input=false', '-no-color'];
    const { code, stdout, stderr } = await life.cloud.terraform.run(folder, args);
    if (code !== 0 && /cannot be destroyed/.test(`${stdout}${stderr}`)) continue;
    problems.push(
      `[${name}] terraform plans to destroy what is retained; set prevent_destroy on it`,
    );
  }
  notes.push(`refuse to be destroyed: ${guarded.map(({ name }) => name).join(', ') || 'none'}`);
  return problems;
}

async function destroyAll(life: StagingLife): Promise<readonly string[]> {
  life.project.aim({ ...life.cloud.target, loosened: true });
  const ended = await run(life, 'destroy');
  if (ended.code !== 0) return problemsOfCdktf('cdktf destroy', ended);
  await removeRoles(life.cloud.emulator.endpoint, life.roles);
  return leftProblems(life.cloud.emulator);
}

async function planAll(
  life: StagingLife,
  names: readonly string[],
): Promise<{ readonly problems: readonly string[]; readonly changes: readonly PlannedChange[] }> {
  const { project, cloud, parallel, progress } = life;
  const problems: string[] = [];
  const changes: PlannedChange[] = [];
  const work = async (name: string): Promise<boolean> => {
    progress(`planning the larger ${name}`);
    const folder = join(project.stacks, name);
    const file = join(project.folder, `${name}.plan`);
    const init = await initialise(cloud.terraform, folder);
    const plan =
      init.code === 0
        ? await cloud.terraform.run(folder, ['plan', '-input=false', '-no-color', `-out=${file}`])
        : init;
    if (plan.code !== 0) {
      problems.push(...problemsOf(name, 'plan', plan));
      return false;
    }
    const shown = await cloud.terraform.run(folder, ['show', '-json', file]);
    changes.push(
      ...changesIn(shown.stdout).map((one) => ({ ...one, address: `${name}/${one.address}` })),
    );
    return true;
  };
  await runInOrder({ names, before: {}, parallel, work });
  return { problems: problems.sort(), changes };
}

/** What was there and is not any more, or is another than it was. */
export function lostSince(
  before: ReadonlyMap<string, KeptResource>,
  after: ReadonlyMap<string, KeptResource>,
): readonly string[] {
  return [...before].flatMap(([where, { identity }]) => {
    const now = after.get(where)?.identity;
    if (now === identity) return [];
    return [
      `[${where}] was ${identity} and is ${now ?? 'gone'} after the system grew; change it in place`,
    ];
  });
}

function keptIn(life: StagingLife): ReadonlyMap<string, KeptResource> {
  const kept = stacksOf(life).flatMap(({ name }) => {
    const file = join(life.states, `${name}.tfstate`);
    if (!existsSync(file)) return [];
    return statefulIn(readFileSync(file, 'utf8')).map(
      (resource) => [`${name}/${resource.address}`, resource] as const,
    );
  });
  return new Map(kept);
}

function run(life: StagingLife, command: 'deploy' | 'destroy'): Promise<Ended> {
  const text = (): string => {
    const names = stacksOf(life).map(({ name }) => name);
    const begun = names.filter((name) => existsSync(join(life.states, `${name}.tfstate`)));
    return `cdktf ${command}: ${begun.length} of ${names.length} stacks begun`;
  };
  const args = [command, ...life.patterns, ...UNATTENDED];
  return withHeartbeat(life.progress, text, life.project.cdktf(args, DEPLOY_SECONDS));
}

function problemsOfCdktf(doing: string, ended: Ended): readonly string[] {
  return ended.code === 0 ? [] : problemsOf('cdktf', doing, ended);
}

function stacksOf({ project, patterns }: StagingLife): readonly StackFile[] {
  return patterns.flatMap((pattern) => readStacks(project.stacks, pattern));
}

function laidOut(life: StagingLife): LaidOut {
  return {
    names: stacksOf(life).map(({ name }) => name),
    before: readDependencies(manifestOf(life.project.stacks)),
    folderOf: (name) => join(life.project.stacks, name),
  };
}

function isGuarded(content: unknown): boolean {
  return JSON.stringify(content).includes('"prevent_destroy":true');
}
