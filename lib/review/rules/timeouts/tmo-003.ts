import { formatDuration } from '../../../core/units';
import type { Call } from '../../../model/call';
import { retriesThatFit, triesTake } from '../../../plan/timeouts';
import { defineRule } from '../../rule';
import { either } from '../../texts';

const NO_BACK_OFF = 0;

/** All declared tries of a call fit its timeout. */
export const TMO_003 = defineRule(
  {
    id: 'TMO-003',
    title: 'all declared tries of a call fit its timeout',
    severity: 'error',
    rationale:
      'The timeout of a call covers all its tries. A retry for which no time is left is not made or not waited for: it is declared, and protects nobody. The back-off between tries is drawn at random from nothing upwards and is left out, so a finding is certain.',
    formula: '(retries + 1) perTry <= timeout',
    example:
      '3 tries of 25ms take 75ms: a timeout of 60ms leaves 10ms for the last; with 3 retries, a back-off of 2s and a timeout of 3s only 1 retry is made, however fast tries fail',
    source: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry',
  },
  function* ({ view }) {
    for (const call of view.calls) {
      const { timeout, perTry, retries } = call;
      const needed = triesTake(perTry, retries, NO_BACK_OFF);
      if (!(needed > timeout)) continue;
      const fitting = retriesThatFit(timeout, perTry, retries, NO_BACK_OFF);
      yield {
        path: call.node.path,
        problem: `timeout is ${formatDuration(timeout)}, and ${tries(retries)} of ${formatDuration(perTry)} ${retries > 0 ? 'take' : 'takes'} ${formatDuration(needed)}: ${whatHappens(call, fitting + 1)}`,
        numbers: { timeoutMs: timeout, perTryMs: perTry, retries, neededMs: needed },
        fix: fixOf(call, needed, fitting),
      };
    }
  },
);

function tries(retries: number): string {
  return retries === 0 ? '1 try' : `${retries + 1} tries`;
}

function whatHappens({ timeout, perTry }: Call, first: number): string {
  if (first === 0) return 'the first try is cut short';
  return first * perTry >= timeout ? `retry ${first} never runs` : `retry ${first} is cut short`;
}

function fixOf({ timeout }: Call, needed: number, fitting: number): string {
  return either(
    `set timeout to ${formatDuration(needed)}`,
    fitting >= 0
      ? `retries to ${fitting}`
      : `perTry to ${formatDuration(timeout)} and retries to 0`,
  );
}
