import {
  amplification,
  describeChain,
  MAX_AMPLIFICATION,
  retryChains,
} from '../../../plan/retries';
import { defineRule } from '../../rule';

/** Retries along a path do not multiply beyond four tries. */
export const RTY_001 = defineRule(
  {
    id: 'RTY-001',
    title: 'retries along a path stay within four tries',
    severity: 'error',
    rationale:
      'Each layer that retries repeats all tries of the layers below it. When the last service of a path is down, it is hit by the product of all tries, just when it should recover.',
    formula: 'product over the calls of a path of (1 + retries) <= 4',
    example:
      '4 tries in each of 3 layers are 4^3 = 64 requests for one; 3 tries in each of 5 layers are 3^5 = 243',
    source: 'https://sre.google/sre-book/addressing-cascading-failures/',
  },
  function* ({ index }) {
    for (const chain of retryChains(index)) {
      const { call, tries, before } = chain;
      if (!(call.retries > 0 && tries > MAX_AMPLIFICATION)) continue;
      const above = before?.tries ?? 1;
      const own = Math.max(0, Math.floor(MAX_AMPLIFICATION / above) - 1);
      yield {
        path: call.node.path,
        problem: `one request along ${describeChain(chain)} becomes up to ${tries}, ${MAX_AMPLIFICATION} are allowed: this call is tried ${amplification([call.retries])} times, the calls above it ${above}`,
        numbers: { tries, triesAbove: above, retries: call.retries, maxTries: MAX_AMPLIFICATION },
        fix: `set retries to ${own}`,
      };
    }
  },
);
