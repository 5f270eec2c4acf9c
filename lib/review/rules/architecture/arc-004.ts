import { MAX_DEPTH, requiredChains } from '../../../plan/call-depth';
import { defineRule } from '../../rule';
import { calleeOf } from '../../texts';

const SHOWN = 8;

/** Required calls stand at most four deep. */
export const ARC_004 = defineRule(
  {
    id: 'ARC-004',
    title: 'required calls stand at most four deep',
    severity: 'warning',
    rationale:
      'Each required call behind another adds its time and its failures to all before it, and one slow service holds up every service above it. Four is a bound of ours: deeper chains are replaced by events, copies of data or one call less.',
    formula: 'required calls on the longest path from a service that nobody requires <= 4',
    example: 'a -> b -> c -> d -> e are four calls; f behind e is the fifth',
    source: 'https://microservices.io/patterns/communication-style/rpi.html',
  },
  function* ({ index }) {
    for (const [origin, chain] of requiredChains(index)) {
      const depth = chain.length - 1;
      if (depth <= MAX_DEPTH) continue;
      const [from, to] = [chain[MAX_DEPTH] ?? '', chain[MAX_DEPTH + 1] ?? ''];
      const call = index.callsFrom
        .get(from)
        ?.find((each) => each.operation.service.name === to && each.criticality === 'required');
      const shown =
        chain.length <= SHOWN
          ? chain
          : [...chain.slice(0, SHOWN - 1), `(${chain.length - SHOWN + 1} more)`];
      yield {
        path: index.services.get(origin)?.node.path ?? origin,
        problem: `${depth} required calls stand one behind the other: ${shown.join(' -> ')}`,
        numbers: { depth, maxDepth: MAX_DEPTH },
        fix: `make the call from ${from} to ${call === undefined ? to : calleeOf(call)} optional, or replace it by an event`,
      };
    }
  },
);
