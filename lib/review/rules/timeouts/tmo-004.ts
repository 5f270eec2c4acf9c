import { formatDuration } from '../../../core/units';
import { isSound } from '../../../plan/timeouts';
import { defineRule } from '../../rule';
import { calleeOf, tryProperty } from '../../texts';

/** A try lasts at least as long as the callee says an answer may take. */
export const TMO_004 = defineRule(
  {
    id: 'TMO-004',
    title: 'a try lasts as long as the callee may take',
    severity: 'warning',
    rationale:
      'A try shorter than the time within which 99 of 100 requests are answered gives up on answers that were coming: on a healthy day more than 1 in 100 requests is made again for nothing.',
    formula: 'perTry >= objective.latency.p99 of the callee',
    example: 'a callee answers 99 of 100 requests within 40ms: perTry is 40ms or more, not 25ms',
    source: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
  },
  function* ({ index, view }) {
    for (const call of view.calls) {
      const p99 = index.services.get(call.operation.service.name)?.objective.p99 ?? 0;
      if (!isSound(call) || !(call.perTry < p99)) continue;
      const property = tryProperty(call);
      yield {
        path: call.node.path,
        problem: `${property} is ${formatDuration(call.perTry)}, and ${calleeOf(call)} promises 99 of 100 answers only within ${formatDuration(p99)}`,
        numbers: { perTryMs: call.perTry, p99Ms: p99 },
        fix: `set ${property} to ${formatDuration(p99)}`,
      };
    }
  },
);
