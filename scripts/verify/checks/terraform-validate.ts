import { count } from '../../../lib/review/texts';
import type { Check } from '../check';
import { MissingPart } from '../missing-part';
import { readStacks } from '../stack-files';
import { validateStacks } from '../terraform-validate';

/** Runs of Terraform at a time: each needs half a gigabyte. */
const PARALLEL = 2;

/** Every stack through `terraform validate`, and every argument in the schema of its provider. */
export const terraformValidate: Check = {
  name: 'terraform-validate',
  part: 'Terraform and the AWS provider',
  proves: 'Terraform and the provider accept every stack, and the provider knows every argument.',
  quick: true,
  boundSeconds: 300,
  boundMiB: 6000,
  run: async ({ stacks: folder, environment, progress }) => {
    const stacks = readStacks(folder);
    const validation = await validateStacks(stacks, {
      ...{ parallel: PARALLEL, each: false, environment },
      progress: (done, text) => {
        progress(`${done} of ${stacks.length}: ${text}`);
      },
    });
    if (!validation.available) throw new MissingPart(validation.missing);
    const results = validation.stacks;
    const invalid = results.flatMap(({ stack, detail }) =>
      detail.map((text) => `[${stack}] ${text}`),
    );
    return {
      problems: stacks.length === 0 ? [`[${folder}] no stacks; synthesise first`] : invalid,
      figure: count(results.length, 'stack'),
      versions: validation.versions,
      notes: [...new Set(results.flatMap(({ warnings }) => warnings))],
    };
  },
};
