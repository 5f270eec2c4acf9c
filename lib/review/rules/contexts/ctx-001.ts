import { crossingsOf, isRelated, type Crossing } from '../../../plan/coupling';
import { defineRule } from '../../rule';
import { listNames } from '../../texts';

/** Contexts that use each other say how. */
export const CTX_001 = defineRule(
  {
    id: 'CTX-001',
    title: 'contexts that use each other say how',
    severity: 'warning',
    rationale:
      'A context that uses the model of another depends on it, and the two teams have agreed, or not, on who follows whom. A dependency that nobody declared is one that nobody decided.',
    formula:
      'for each call and consumption from one context to another: the first relatesTo the second; a partnership or shared kernel may be declared by either',
    example:
      "ordering calls fulfilment: ordering.relatesTo(fulfilment, { pattern: 'customer-supplier' })",
    source: 'https://github.com/ddd-crew/context-mapping',
  },
  function* ({ index }) {
    const undeclared = new Map<string, Crossing[]>();
    for (const crossing of crossingsOf(index)) {
      if (isRelated(crossing.from, crossing.to)) continue;
      const key = `${crossing.from.name} ${crossing.to.name}`;
      const known = undeclared.get(key);
      if (known === undefined) undeclared.set(key, [crossing]);
      else known.push(crossing);
    }
    for (const [first, ...others] of undeclared.values()) {
      if (first === undefined) continue;
      const crossings = [first, ...others];
      const uses = [...new Set(crossings.map(({ service, what }) => `${service.name} ${what}`))];
      yield {
        path: first.from.node.path,
        problem: `uses ${first.to.name} without a declared relation: ${listNames(uses)}`,
        numbers: { uses: uses.length },
        fix: `declare ${first.from.name}.relatesTo(${first.to.name}, { pattern: '${first.calls ? 'customer-supplier' : 'published-language'}' }), or another pattern that is true`,
      };
    }
  },
);
