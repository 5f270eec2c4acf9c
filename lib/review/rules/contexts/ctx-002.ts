import { couplingsOf, crossingsOf, type Coupling } from '../../../plan/coupling';
import { defineRule } from '../../rule';

/** A context calls contexts that are at least as stable. */
export const CTX_002 = defineRule(
  {
    id: 'CTX-002',
    title: 'a context calls contexts that are at least as stable',
    severity: 'warning',
    rationale:
      'A context on which many depend and that depends on few is hard to change and seldom has to be. When it calls one that changes with everything around it, it changes as often. Events are left out: who follows them decides when.',
    formula:
      'for each call from one context to another: I of the first >= I of the second, I = Ce / (Ca + Ce), Ce contexts it depends on, Ca contexts that depend on it, by calls and events',
    example:
      'a context with Ca 3, Ce 1 has I = 0.25 and calls one with Ca 1, Ce 3, I = 0.75: against stability',
    source: 'https://groups.google.com/g/comp.object/c/yVDx_b3ij8s/m/lsC2gcGvmpgJ',
  },
  function* ({ index }) {
    const couplings = couplingsOf(index);
    const seen = new Set<string>();
    for (const { from, to, calls, what } of crossingsOf(index)) {
      const key = `${from.name} ${to.name}`;
      if (!calls || seen.has(key)) continue;
      const [own, other] = [couplings.get(from), couplings.get(to)];
      if (own === undefined || other === undefined || !(own.instability < other.instability))
        continue;
      seen.add(key);
      yield {
        path: from.node.path,
        problem: `calls ${what} of ${to.name}, which is less stable: ${describe(own)}, ${describe(other)}`,
        numbers: {
          instability: rounded(own.instability),
          otherInstability: rounded(other.instability),
        },
        fix: `let ${from.name} publish an event that ${to.name} follows, or move what is called to a context that depends on nothing`,
      };
    }
  },
);

function describe({ context, afferent, efferent, instability }: Coupling): string {
  return `${context.name} has I ${rounded(instability)} (Ca ${afferent}, Ce ${efferent})`;
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
