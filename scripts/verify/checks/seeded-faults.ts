import { loadSystem, systemFileOf } from '../../../lib/cli/load-system';
import { planSystem } from '../../../lib/plan';
import { readManifests, readObjects, type EmittedObjects } from '../../../lib/proof';
import type { Check, CheckContext } from '../check';
import { faultFigure, faultNotes, faultProblems } from '../faults/report-faults';
import { seedFaults } from '../faults/seed-faults';
import { schemasOfModels } from '../kubernetes/model-schemas';
import {
  readSchemaFolder,
  SCHEMAS_VARIABLE,
  type KubernetesSchemas,
} from '../kubernetes/schema-folder';
import { openModels } from '../kubernetes/type-models';
import { openValidator } from '../kubernetes/validator';
import { parseSchemas } from '../schema-check';
import { readStacks, requiredProviders } from '../stack-files';
import { openTerraform } from '../terraform';

/** The quick part looks at one of so many faults of each operator. */
const QUICK_SHARE = 20;

/** Faults put into the output one at a time: the checks find them. */
export const seededFaults: Check = {
  name: 'seeded-faults',
  part: 'the checks themselves, by the schemas of the AWS provider and of Kubernetes',
  proves:
    'Whatever required field is dropped, type changed, name misspelt or reference broken in the output, a check finds it.',
  quick: true,
  boundSeconds: 1200,
  boundMiB: 2500,
  run: async ({ stacks: folder, charts, folder: own, environment, root, quick, progress }) => {
    const stacks = readStacks(folder);
    const emitted = readObjects(readManifests(charts));
    progress('reading the schemas');
    const { schemas, source } = schemasFor(emitted, { environment, root });
    const system = await loadSystem(systemFileOf(root));
    const terraform = await openTerraform(own, requiredProviders(stacks), environment);
    await terraform.stop();
    const seeded = await seedFaults({
      ...{ stacks, emitted, progress, plan: planSystem(system) },
      schemas: parseSchemas(terraform.schemas),
      validator: openValidator(schemas),
      oneOf: quick ? QUICK_SHARE : 1,
    });
    return {
      problems: faultProblems(seeded),
      figure: faultFigure(seeded),
      versions: `${terraform.versions}, ${source}`,
      notes: [
        ...(quick ? [`one of ${QUICK_SHARE} faults of each operator was put in`] : []),
        ...faultNotes(seeded),
      ],
    };
  },
};

/** The folder of schemas; without one, what the TypeScript models of the kinds say. */
function schemasFor(
  { objects }: EmittedObjects,
  { environment, root }: Pick<CheckContext, 'environment' | 'root'>,
): { readonly schemas: KubernetesSchemas; readonly source: string } {
  if ((environment[SCHEMAS_VARIABLE] ?? '') !== '')
    return { schemas: readSchemaFolder(environment), source: `schemas of ${SCHEMAS_VARIABLE}` };
  const kinds = new Map(objects.map((one) => [`${one.apiVersion}/${one.kind}`, one]));
  return {
    schemas: schemasOfModels([...kinds.values()], openModels(root), root),
    source: 'models of kubernetes-models',
  };
}
