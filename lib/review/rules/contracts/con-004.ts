import type { EventSchema } from '../../../model/event-schema';
import { defineRule, type Breach } from '../../rule';

/** Most characters of a schema. @see https://docs.aws.amazon.com/glue/latest/webapi/API_CreateSchema.html */
const LONGEST = 170_000;
const DIALECTS = /^https?:\/\/json-schema\.org\/draft-0[467]\/schema#?$/;

/** The registry takes the schema of every event. */
export const CON_004 = defineRule(
  {
    id: 'CON-004',
    title: 'the registry takes the schema of every event',
    severity: 'error',
    rationale:
      'The schema of a topic is registered in the Glue Schema Registry, which refuses what breaks readers. It knows three drafts of JSON Schema, none of the later ones, and has a bound on length: a schema it does not take stops the deployment of the service.',
    formula:
      '$schema of an event in JSON is draft-04, draft-06 or draft-07, or is not said; a schema has at most 170,000 characters',
    example:
      'a schema that says https://json-schema.org/draft/2020-12/schema is refused; without prefixItems and the like, draft-07 says the same',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html',
  },
  function* ({ view }): Generator<Breach> {
    const isRegistered = view.environments.some((environment) =>
      environment.regions.some((region) => environment.existingIn(region).kafka === undefined),
    );
    if (!isRegistered) return;
    for (const { event, node } of view.topics) {
      if (event === undefined) continue;
      const dialect = dialectOf(event);
      if (dialect !== undefined && !DIALECTS.test(dialect))
        yield {
          path: node.path,
          problem: `the schema of ${event.name} is written in ${dialect}, which the registry does not know`,
          numbers: { dialect },
          fix: 'write it in http://json-schema.org/draft-07/schema#',
        };
      const { length } = event.schema;
      if (length > LONGEST)
        yield {
          path: node.path,
          problem: `the schema of ${event.name} has ${length} characters, the registry takes ${LONGEST}`,
          numbers: { characters: length, most: LONGEST },
          fix: `leave documentation out, or split the event: ${length - LONGEST} characters less`,
        };
    }
  },
);

function dialectOf({ format, schema }: EventSchema): string | undefined {
  if (format !== 'JSON') return undefined;
  const [, dialect] = /"\$schema"\s*:\s*"([^"]*)"/.exec(schema) ?? [];
  return dialect;
}
