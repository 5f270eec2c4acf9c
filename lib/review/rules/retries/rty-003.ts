import { isSound } from '../../../plan/timeouts';
import { defineRule } from '../../rule';
import { calleeOf } from '../../texts';

/** Only idempotent operations are retried. */
export const RTY_003 = defineRule(
  {
    id: 'RTY-003',
    title: 'only idempotent operations are retried',
    severity: 'error',
    rationale:
      'A try that timed out may have been carried out. Repeating an operation that is not idempotent does it twice: two orders, two payments.',
    formula: 'retries = 0, or the operation is idempotent',
    example:
      'POST /orders with 2 retries can place 3 orders; with an Idempotency-Key it places one',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2',
  },
  function* ({ view }) {
    for (const call of view.calls) {
      const { spec } = call.operation;
      if (!isSound(call) || spec?.idempotent !== false || !(call.retries > 0)) continue;
      const remedy =
        spec.protocol === 'http' ? 'give it an idempotencyKey' : 'declare it idempotent, if it is';
      yield {
        path: call.node.path,
        problem: `retries is ${call.retries}, and ${calleeOf(call)} is not idempotent`,
        numbers: { retries: call.retries },
        fix: `set retries to 0, or ${remedy}`,
      };
    }
  },
);
