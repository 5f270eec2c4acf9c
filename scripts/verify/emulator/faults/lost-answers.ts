import type { Fault } from '../emulator-control';
import { differenceOf } from '../plan-changes';
import { apply, completes, kindsNow, type Kinds, type Scene } from './scene';
import { takeOver } from './take-over';

/** What happens when something was made and the answer got lost, so that the client asks again. */
export interface LostAnswer extends Pick<Fault, 'service' | 'operation'> {
  /** What is made. */
  readonly type: string;
  /**
   * The service gives what it made before; refuses, because the name is taken; or makes a second one, of which nobody
   * knows.
   */
  readonly then: 'same' | 'refused' | 'second';
}

/** What was found. */
export interface LostAnswersFound {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Loses one answer of each operation. What is made by name is never made twice: the service gives it again, or refuses
 * and says so, and `terraform import` takes it over. What has no name of its own is made a second time.
 */
export async function surviveLostAnswers(
  scene: Scene,
  wanted: Kinds,
  lost: readonly LostAnswer[],
  identify: (address: string) => string | undefined,
): Promise<LostAnswersFound> {
  const { name, cloud } = scene;
  for (const { service, operation } of lost)
    await cloud.emulator.inject({ service, operation, kind: 'lost-answer', times: 1 });
  const ended = await apply(scene);
  await cloud.emulator.clearFaults();
  const { refused, problems: first } = await takeOver(scene, ended, 'a lost answer', identify);
  const problems = [...first];
  for (const { type, then } of lost) {
    if ((then === 'refused') === refused.has(type)) continue;
    problems.push(
      `[${name}] ${type} made twice is ${refused.has(type) ? 'refused' : 'not refused'}, expected is '${then}'; correct what is told of it`,
    );
  }
  problems.push(
    ...(await completes(scene, wanted)).filter((problem) => !isExpected(problem, lost)),
  );
  const more = differenceOf(wanted, await kindsNow(scene));
  return { problems, notes: toNotes(lost, more) };
}

/** What no client can prevent is no problem of the stacks: it is told in the notes. */
export function isExpected(problem: string, lost: readonly LostAnswer[]): boolean {
  return lost
    .filter(({ then }) => then === 'second')
    .some(({ service }) =>
      new RegExp(`there is \\d+ more of ${service} |\\] ${service} \\S+ \\S+ is left after`).test(
        problem,
      ),
    );
}

function toNotes(lost: readonly LostAnswer[], more: readonly string[]): readonly string[] {
  const types = (then: LostAnswer['then']): string =>
    lost
      .filter((one) => one.then === then)
      .map(({ type }) => type)
      .join(', ') || 'none';
  return [
    `an answer lost after a create, made again by its name: ${types('same')}`,
    `an answer lost after a create, refused and taken over by terraform import: ${types('refused')}`,
    `an answer lost after a create, a second one is left that no state knows: ${types('second')} (${more.join(', ') || 'none here'})`,
  ];
}
