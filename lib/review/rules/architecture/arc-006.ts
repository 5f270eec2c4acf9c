import { defineRule } from '../../rule';
import { listNames } from '../../texts';

/** One operation changes one store. */
export const ARC_006 = defineRule(
  {
    id: 'ARC-006',
    title: 'one operation changes one store',
    severity: 'warning',
    rationale:
      'No transaction spans two stores: an operation that changes both can stop between them, and what one says the other denies. What belongs together is an aggregate and lies in one store; the rest follows by an event of it.',
    formula: 'stores named by changes(handler, ...) <= 1, for each operation and consumed topic',
    example:
      "changes('PlaceOrder', orders, stock): keep both in orders, or change stock when order-placed is handled",
    source: 'https://microservices.io/patterns/data/transactional-outbox.html',
  },
  function* ({ view }) {
    for (const service of view.services) {
      for (const { handler, stores } of service.changed) {
        const names = [...new Set(stores.map(({ name, kind }) => `${kind} ${name}`))];
        if (names.length < 2) continue;
        yield {
          path: service.node.path,
          problem: `'${handler}' changes ${names.length} stores: ${listNames(names)}`,
          numbers: { stores: names.length },
          fix: 'keep what changes together in 1 store, and change the others when an event of it is handled',
        };
      }
    }
  },
);
