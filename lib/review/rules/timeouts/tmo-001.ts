import { formatDuration } from '../../../core/units';
import { handlersOf, waitsOf, worstWait, type Handler, type Waits } from '../../../plan/timeouts';
import { defineRule } from '../../rule';
import { calleeOf, either, tryProperty } from '../../texts';

/** An operation answers before its most impatient caller gives up. */
export const TMO_001 = defineRule(
  {
    id: 'TMO-001',
    title: 'an operation answers before its most impatient caller gives up',
    severity: 'error',
    rationale:
      'A caller that gives up leaves its callee at work for nobody, and tries again: under load the wasted work grows. Each try of a caller is a request of its own, so the time of one try counts, not that of all.',
    formula:
      'processing + sum over the calls made one after the other of max over a parallel group of min(timeout, (retries + 1) perTry + sum for i = 1..retries of min((2^i - 1) 25ms, 250ms)) <= smallest perTry of the calls to the operation',
    example:
      'processing 10ms and a call of timeout 60ms take 70ms; a caller with perTry 50ms gives up 20ms before',
    source: 'https://sre.google/sre-book/addressing-cascading-failures/',
  },
  function* ({ index, view }) {
    for (const service of view.services) {
      const waits = waitsOf(index, service);
      for (const handler of handlersOf(index, service)) {
        const { operation, patience, call } = handler;
        const wait = waits(operation);
        const needed = service.processing + wait.total;
        if (!(needed > patience)) continue;
        yield {
          path: service.node.path,
          problem: `${operation} takes up to ${formatDuration(needed)}, ${formatDuration(service.processing)} of its own and ${formatDuration(wait.total)} of calls, and ${call.caller.name} gives up after ${formatDuration(patience)}`,
          numbers: {
            neededMs: needed,
            processingMs: service.processing,
            callsMs: wait.total,
            patienceMs: patience,
          },
          fix: fixOf(handler, wait, needed),
        };
      }
    }
  },
);

function fixOf({ service, call, patience }: Handler, wait: Waits, needed: number): string {
  const budget = patience - service.processing;
  const { longest } = wait;
  return either(
    `set ${tryProperty(call)} of the call from ${call.caller.name} to ${formatDuration(needed)}`,
    longest && budget > 0
      ? `let its calls take ${formatDuration(budget)} together (the longest is ${calleeOf(longest)} with ${formatDuration(worstWait(longest))})`
      : undefined,
  );
}
