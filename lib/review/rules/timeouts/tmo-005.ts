import { formatDuration } from '../../../core/units';
import { waitingForEntries } from '../../../plan/entry-timeouts';
import { waitsOf, worstWait } from '../../../plan/timeouts';
import { defineRule } from '../../rule';
import { calleeOf, either } from '../../texts';

/** What the world asks for is answered before anything on the way gives up. */
export const TMO_005 = defineRule(
  {
    id: 'TMO-005',
    title: 'what the world asks for is answered before anything on the way gives up',
    severity: 'error',
    rationale:
      'Between a visitor and an operation stand a content delivery network, a load balancer and the route of the gateway, and each gives up after a time of its own. An answer that comes later is work for nobody, and the visitor sees an error of the platform.',
    formula:
      'processing + longest wait for the calls of an operation that is a step of a journey <= min(15s route of the gateway, 60s load balancer, 60s content delivery network); without an edge only the route',
    example:
      'processing 1s and a call of timeout 20s take 21s: the route of the gateway gives up after 15s',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginResponseTimeout',
  },
  function* ({ index, environments }) {
    for (const environment of environments) {
      const [first] = waitingForEntries(environment);
      if (first === undefined) continue;
      for (const [name, operations] of index.entries) {
        const service = index.services.get(name);
        if (service === undefined) continue;
        const waits = waitsOf(index, service);
        for (const operation of operations) {
          const { total, longest } = waits(operation.name);
          const needed = service.processing + total;
          if (!(needed > first.milliseconds)) continue;
          const budget = first.milliseconds - service.processing;
          yield {
            path: service.node.path,
            problem: `in ${environment.name} ${operation.name} takes up to ${formatDuration(needed)}, ${formatDuration(service.processing)} of its own and ${formatDuration(total)} of calls, and ${first.what} gives up after ${formatDuration(first.milliseconds)}`,
            numbers: {
              neededMs: needed,
              processingMs: service.processing,
              callsMs: total,
              patienceMs: first.milliseconds,
            },
            fix: either(
              longest !== undefined && budget > 0
                ? `let its calls take ${formatDuration(budget)} together (the longest is ${calleeOf(longest)} with ${formatDuration(worstWait(longest))})`
                : undefined,
              'answer at once and let the caller ask for the result',
            ),
          };
        }
      }
    }
  },
);
