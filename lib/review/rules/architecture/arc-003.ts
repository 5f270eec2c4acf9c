import { defineRule } from '../../rule';

/** What is stored and what is published do not part. */
export const ARC_003 = defineRule(
  {
    id: 'ARC-003',
    title: 'what is stored and what is published do not part',
    severity: 'error',
    rationale:
      'A service that writes its store and then publishes can stop between the two: the order exists and nobody hears of it, or the other way round. An outbox is written in the same transaction and published afterwards, as often as needed.',
    formula:
      'a service with a required PostgresDatabase or DynamoTable publishes each of its topics with an outbox',
    example:
      'order-service owns the database orders and publishes order-placed: publishes(placed, { outbox: orders })',
    source: 'https://microservices.io/patterns/data/transactional-outbox.html',
  },
  function* ({ index, view }) {
    for (const service of view.services) {
      const store = (index.storesOf.get(service.name) ?? []).find(
        ({ kind, criticality }) =>
          criticality === 'required' && (kind === 'PostgresDatabase' || kind === 'DynamoTable'),
      );
      if (store === undefined) continue;
      for (const { topic, outbox } of service.publications) {
        if (outbox !== undefined || topic.owner !== service) continue;
        yield {
          path: service.node.path,
          problem: `writes ${store.name} and publishes '${topic.name}' without an outbox`,
          numbers: { store: store.name, topic: topic.name },
          fix: `publish '${topic.name}' with outbox ${store.name}`,
        };
      }
    }
  },
);
