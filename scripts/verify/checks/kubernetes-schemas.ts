import { readManifests, readObjects } from '../../../lib/proof';
import { count } from '../../../lib/review/texts';
import type { Check } from '../check';
import { judgeObjects } from '../kubernetes/judge-objects';
import { readSchemaFolder, SCHEMAS_VARIABLE } from '../kubernetes/schema-folder';
import { openValidator } from '../kubernetes/validator';

/** Every object against the schemas of the projects whose kinds it is of, unknown fields refused. */
export const kubernetesSchemas: Check = {
  name: 'kubernetes-schemas',
  part: 'the schemas of Kubernetes and of the custom resources',
  proves:
    'Every object has the fields, types, values and formats of its kind, and no field the API server would drop.',
  quick: true,
  boundSeconds: 60,
  boundMiB: 1000,
  run: ({ charts, environment }) =>
    Promise.resolve().then(() => {
      const schemas = readSchemaFolder(environment);
      const validator = openValidator(schemas);
      const emitted = readObjects(readManifests(charts));
      const problems = judgeObjects(emitted, validator);
      const { length } = emitted.objects;
      return {
        problems:
          length === 0 ? [`[${charts}] no objects were judged; synthesise first`] : problems,
        figure: count(length, 'object'),
        versions: `Kubernetes ${validator.versions.join(' and ')}, ${schemas.custom.size} versions of custom resources from ${SCHEMAS_VARIABLE}`,
        notes: [
          `${count(validator.celRules(), 'CEL rule')} of the custom resources used were not run: only an API server can`,
        ],
      };
    }),
};
