import { CLASSES_OF } from '../../../plan/instance-classes';
import { sizeOfDatabase } from '../../../plan/sizes';
import { defineRule } from '../../rule';

/** The instance class of a database is known. */
export const DB_002 = defineRule(
  {
    id: 'DB-002',
    title: 'the instance class of a database is known',
    severity: 'error',
    rationale:
      'How many connections a database takes follows from its memory. A class whose memory is not known here cannot be judged, and a misspelt one would fail only when it is deployed.',
    formula: 'instanceClass is one of the classes listed',
    example: 'db.r8g.large is known, db.r8.large is not',
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Summary.html',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      for (const store of view.stores) {
        if (store.kind !== 'PostgresDatabase') continue;
        const size = sizeOfDatabase(environment, store);
        if (size.engine === 'serverless') continue;
        const { instanceClass } = size;
        const known = CLASSES_OF[size.engine];
        if (known.includes(instanceClass)) continue;
        yield {
          path: environment.node.path,
          problem: `instanceClass of ${store.name} of ${store.owner.name} is '${instanceClass}', which is not known`,
          numbers: { instanceClass },
          fix: `use one of ${known.join(', ')}`,
        };
      }
    }
  },
);
