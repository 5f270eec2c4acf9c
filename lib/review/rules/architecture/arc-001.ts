import { cycles } from '../../../core/graph';
import { requiredCalls } from '../../../plan/availability';
import { defineRule } from '../../rule';

/** Required calls form no cycle. */
export const ARC_001 = defineRule(
  {
    id: 'ARC-001',
    title: 'required calls form no cycle',
    severity: 'error',
    rationale:
      'Services that need each other to answer fail together, start only together and cannot be released one by one: they are one service in several pieces.',
    formula: 'the graph of required calls has no cycle',
    example:
      'a requires b and b requires a: when either is down, both are, and neither can start first',
    source: 'https://sre.google/sre-book/addressing-cascading-failures/',
  },
  function* ({ index }) {
    for (const cycle of cycles(requiredCalls(index))) {
      const [first = '', second = ''] = cycle;
      const last = cycle.at(-2) ?? '';
      yield {
        path: index.services.get(first)?.node.path ?? first,
        problem: `required calls form the cycle ${shorten(cycle).join(' -> ')}`,
        numbers: { services: cycle.length - 1 },
        fix: `make the calls from ${last} to ${first} or from ${first} to ${second} optional, or replace them by an event`,
      };
    }
  },
);

const SHOWN = 8;

function shorten(cycle: readonly string[]): readonly string[] {
  if (cycle.length <= SHOWN) return cycle;
  const half = SHOWN / 2;
  return [...cycle.slice(0, half), `(${cycle.length - SHOWN} more)`, ...cycle.slice(-half)];
}
