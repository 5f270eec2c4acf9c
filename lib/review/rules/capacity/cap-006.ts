import { bulkheadOf } from '../../../plan/capacity';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { retained } from '../retained';

/** Callers cannot have more under way than the callee can hold. */
export const CAP_006 = defineRule(
  {
    id: 'CAP-006',
    title: 'callers cannot have more under way than the callee can hold',
    severity: 'warning',
    rationale:
      'The mesh limits what each replica of a caller has under way, so the limits of all replicas of all callers add up. Where their sum is more than the callee can hold, the limits do not protect it: it fails before they are reached.',
    formula:
      'requests under way of one replica x sum of replicas.max of all callers <= throughput.concurrency x replicas.max of the callee, in retained environments; the limit is max(16, 2 x arrivals of the busiest caller x time of an answer)',
    example:
      '60 replicas of callers with 16 each may have 960 under way; 12 replicas that hold 64 each take 768',
    source:
      'https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/circuit_breaking',
  },
  function* ({ index, view, environments }) {
    for (const environment of retained(environments)) {
      for (const service of view.services) {
        const { replicas, throughput } = sizeOf(environment, service);
        if (throughput.concurrency === undefined) continue;
        const bulkhead = bulkheadOf(index, environment, service);
        const held = throughput.concurrency * replicas.max;
        if (bulkhead === undefined || !(bulkhead.total > held)) continue;
        const { pool, callers, total, largest } = bulkhead;
        yield {
          path: service.node.path,
          problem: `in ${environment.name} ${callers} replicas of callers may have ${pool.maxRequests} requests each under way, ${total} together, and ${replicas.max} replicas of ${throughput.concurrency} hold ${held}`,
          numbers: {
            underWay: total,
            held,
            perCaller: pool.maxRequests,
            callers,
            concurrency: throughput.concurrency,
          },
          fix: `set throughput.concurrency to ${Math.ceil(total / replicas.max)}, or replicas.max to ${Math.ceil(total / throughput.concurrency)}, or lower replicas.max of ${largest}`,
        };
      }
    }
  },
);
