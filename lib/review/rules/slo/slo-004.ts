import { formatDuration } from '../../../core/units';
import {
  parallelQuantile,
  PROMISED_QUANTILE,
  responsesOf,
  sequentialQuantile,
  type Response,
} from '../../../plan/latency';
import { defineRule } from '../../rule';

/** The tails of several callees do not break a promise. */
export const SLO_004 = defineRule(
  {
    id: 'SLO-004',
    title: 'the tails of several callees do not break a promise',
    severity: 'warning',
    rationale:
      'Of three callees that are each in time 99 times of 100, all three are only 97 times: the more calls an answer needs, the more often it meets a slow one. Calls that are given up in time cannot break the promise, however slow their callees are.',
    formula:
      'calls of an operation <= 1, or processing + sum over groups of calls made one after the other of max over the group of the longest wait <= objective.latency.p99; otherwise each callee answers in time with 0.99^(1/k) of k calls at the same time, 1 - 0.01 / m of m steps',
    example: 'three calls at the same time need callees that are in time 99.67 times of 100',
    source: 'https://doi.org/10.1145/2408776.2408794',
  },
  function* ({ index, view }) {
    for (const service of view.services) {
      const { p99 } = service.objective;
      if (p99 === undefined) continue;
      for (const response of responsesOf(index, service)) {
        const { operation, typical, longest, calls } = response;
        // A promise that is broken anyway is an error already.
        if (calls < 2 || typical > p99 || !(longest > p99)) continue;
        const percent = neededPercent(response);
        yield {
          path: service.node.path,
          problem: `objective.latency.p99 is ${formatDuration(p99)}, and ${operation} waits for ${calls} calls for up to ${formatDuration(longest)}: with callees that are in time 99 times of 100 all are only ${(100 * PROMISED_QUANTILE ** calls).toFixed(1)} times`,
          numbers: { p99Ms: p99, longestMs: longest, calls, neededPercent: percent },
          fix: `set timeouts of its calls so that they take ${formatDuration(p99 - service.processing)} together, set objective.latency.p99 to ${formatDuration(longest)}, or ask callees for ${percent}% in time`,
        };
      }
    }
  },
);

function neededPercent({ steps, calls }: Response): number {
  const quantile = steps === 1 ? parallelQuantile(calls) : sequentialQuantile(calls);
  return Number((100 * quantile).toFixed(3));
}
