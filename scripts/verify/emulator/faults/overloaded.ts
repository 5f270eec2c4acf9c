import { errorsIn } from '../terraform-errors';
import type { Fault } from '../emulator-control';
import { apply, completes, leftNow, takeDown, type Kinds, type Scene } from './scene';

/** More than any client tries. */
const ALWAYS = 1_000;

/** A way in which a service fails for a while, and what a run says of it. */
interface Overload {
  readonly kind: Fault['kind'];
  readonly said: RegExp;
}

const OVERLOADS: readonly Overload[] = [
  { kind: 'throttle', said: /Throttling|Rate exceeded|RequestLimitExceeded|TooManyRequests/ },
  { kind: 'error', said: /InternalFailure|InternalError|StatusCode: 500|unknown error/ },
];

/** Fails now and then, which no run notices; then for good, which a run says, and after which a plain run completes. */
export async function surviveOverload(
  scene: Scene,
  wanted: Kinds,
  operations: readonly Pick<Fault, 'service' | 'operation'>[],
): Promise<readonly string[]> {
  const { emulator } = scene.cloud;
  const before = await leftNow(scene);
  const problems: string[] = [];
  for (const { kind, said } of OVERLOADS) {
    const injectAll = async (times: number): Promise<void> => {
      for (const { service, operation } of operations)
        await emulator.inject({ service, operation, kind, times });
    };
    await injectAll(ALWAYS);
    const failed = await apply(scene);
    await emulator.clearFaults();
    const errors = errorsIn(`${failed.stdout}\n${failed.stderr}`);
    if (failed.code === 0 || !errors.some((error) => said.test(error)))
      problems.push(
        `[${scene.name}] a service that always answers ${kind} is told as '${errors[0] ?? ''}'; name the cause`,
      );
    // Each once: the client tries again by itself.
    await injectAll(1);
    problems.push(...(await completes(scene, wanted)));
    await emulator.clearFaults();
    problems.push(...(await takeDown(scene, before)));
  }
  return problems;
}
