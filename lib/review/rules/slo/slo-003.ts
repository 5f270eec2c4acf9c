import { formatDuration } from '../../../core/units';
import { HOP_MS, responsesOf } from '../../../plan/latency';
import { defineRule } from '../../rule';
import { calleeOf, either } from '../../texts';

/** A service promises no faster answers than those it waits for allow. */
export const SLO_003 = defineRule(
  {
    id: 'SLO-003',
    title: 'a service promises no faster answers than those it waits for allow',
    severity: 'error',
    rationale:
      'An answer takes the own time of the service and that of every group of calls one after the other, each with the two proxies on its way. When these alone are longer than the promise, it is broken on an ordinary day.',
    formula: `processing + sum over groups of calls made one after the other of max over the group of min(p99 of the callee + ${HOP_MS}ms, longest wait) <= objective.latency.p99, for each operation`,
    example:
      'processing 10ms and two calls in turn to callees of p99 20ms and 30ms take 10 + 23 + 33 = 66ms: a promise of 60ms is refused',
    source: 'https://istio.io/latest/docs/ops/deployment/performance-and-scalability/',
  },
  function* ({ index, view }) {
    for (const service of view.services) {
      const { p99 } = service.objective;
      if (p99 === undefined) continue;
      for (const { operation, typical, slowest } of responsesOf(index, service)) {
        if (!(typical > p99)) continue;
        yield {
          path: service.node.path,
          problem: `objective.latency.p99 is ${formatDuration(p99)}, and ${operation} takes ${formatDuration(typical)} when everything it waits for takes as long as promised`,
          numbers: { p99Ms: p99, neededMs: typical, processingMs: service.processing },
          fix: either(
            `set objective.latency.p99 to ${formatDuration(typical)}`,
            slowest &&
              `make its calls at the same time where they can be (the longest is ${calleeOf(slowest)})`,
          ),
        };
      }
    }
  },
);
