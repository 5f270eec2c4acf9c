import { formatDuration } from '../../../core/units';
import { inFlight } from '../../../plan/capacity';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { either } from '../../texts';

/** A replica can hold the requests it handles. */
export const CAP_005 = defineRule(
  {
    id: 'CAP-005',
    title: 'a replica can hold the requests it handles',
    severity: 'warning',
    rationale:
      'Requests a second times the seconds each takes are the requests under way. A replica that can work on fewer at a time does not handle as many a second as it says, and everything that is computed from that is wrong. The 99th percentile stands for the mean, which is not declared: it is the most, so a replica that falls short of it need not fail.',
    formula:
      'throughput.perReplica x objective.latency.p99 <= throughput.concurrency, where both are declared',
    example: '200 requests a second of 100ms are 20 under way: a concurrency of 19 is too small',
    source: 'https://doi.org/10.1287/opre.9.3.383',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      for (const service of view.services) {
        const { perReplica, concurrency } = sizeOf(environment, service).throughput;
        const { p99 } = service.objective;
        if (concurrency === undefined || p99 === undefined) continue;
        const needed = inFlight(perReplica, p99);
        if (!(needed > concurrency)) continue;
        const fewer = Math.floor((concurrency * 1_000) / p99);
        yield {
          path: service.node.path,
          problem: `in ${environment.name} throughput.perReplica is ${perReplica}, and requests of up to ${formatDuration(p99)} make ${needed} under way: throughput.concurrency is ${concurrency}`,
          numbers: { perReplica, p99Ms: p99, inFlight: needed, concurrency },
          fix: either(
            `set throughput.concurrency to ${Math.ceil(needed)}`,
            fewer > 0 ? `throughput.perReplica to ${fewer}` : undefined,
          ),
        };
      }
    }
  },
);
