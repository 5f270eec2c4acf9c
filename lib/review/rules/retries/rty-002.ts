import { describeChain, MAX_AMPLIFICATION, retryChains } from '../../../plan/retries';
import { defineRule } from '../../rule';

/** One layer of a path retries. */
export const RTY_002 = defineRule(
  {
    id: 'RTY-002',
    title: 'one layer of a path retries',
    severity: 'warning',
    rationale:
      'A failure is retried best at one place, which can tell whether it is worth it; a second layer below only multiplies the tries of the first. Paths that multiply beyond four tries are errors of RTY-001 and not repeated here.',
    formula: 'number of calls with retries along a path <= 1',
    example:
      'a gateway retries once and the service behind it too: 2 x 2 = 4 tries for one request',
    source: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
  },
  function* ({ index }) {
    for (const chain of retryChains(index)) {
      const { call, tries, before } = chain;
      const above = before?.tries ?? 1;
      if (!(call.retries > 0 && above > 1 && tries <= MAX_AMPLIFICATION)) continue;
      yield {
        path: call.node.path,
        problem: `retries is ${call.retries}, and a call above it retries too: one request along ${describeChain(chain)} becomes up to ${tries}`,
        numbers: { retries: call.retries, triesAbove: above, tries },
        fix: 'set retries to 0 here, or on the calls above it',
      };
    }
  },
);
