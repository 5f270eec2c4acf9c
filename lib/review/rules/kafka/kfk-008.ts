import { defineRule } from '../../rule';

/** Somebody consumes a topic. */
export const KFK_008 = defineRule(
  {
    id: 'KFK-008',
    title: 'somebody consumes a topic',
    severity: 'warning',
    rationale:
      'A topic that nobody reads is written, copied and kept for nothing, and its schema binds its producer all the same.',
    formula: 'every topic has a service that consumes it',
    example:
      'review-posted is published, and no service says consumes(reviewPosted): remove it until somebody asks',
    source: 'https://www.asyncapi.com/docs/concepts/asyncapi-document/adding-operations',
  },
  function* ({ view }) {
    const consumed = new Set(
      view.services.flatMap(({ consumptions }) => consumptions.map(({ topic }) => topic)),
    );
    for (const topic of view.topics) {
      if (consumed.has(topic)) continue;
      yield {
        path: topic.node.path,
        problem: `nobody consumes '${topic.name}'`,
        numbers: { consumers: 0, partitions: topic.partitions },
        fix: `remove it from ${topic.owner.name}, or declare who consumes it`,
      };
    }
  },
);
