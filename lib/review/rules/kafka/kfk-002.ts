import { defineRule } from '../../rule';

/** A topic that is consumed is published. */
export const KFK_002 = defineRule(
  {
    id: 'KFK-002',
    title: 'a topic that is consumed is published',
    severity: 'error',
    rationale:
      'A consumer of a topic to which nobody may write waits for ever: permissions follow from declarations.',
    formula: 'every consumed topic has a service that publishes it',
    example:
      'payment-service consumes order-placed, and order-service declares publishes(order-placed)',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html',
  },
  function* ({ view }) {
    const published = new Set(
      view.services.flatMap(({ publications }) => publications.map(({ topic }) => topic)),
    );
    for (const service of view.services) {
      for (const { topic } of service.consumptions) {
        if (published.has(topic)) continue;
        yield {
          path: service.node.path,
          problem: `consumes '${topic.name}', which nobody publishes`,
          numbers: { publishers: 0 },
          fix: `let ${topic.owner.name} publish it, or remove the consumption`,
        };
      }
    }
  },
);
