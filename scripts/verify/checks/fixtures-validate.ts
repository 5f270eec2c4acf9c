import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { count } from '../../../lib/review/texts';
import type { Check } from '../check';
import { synthesise } from '../fixtures/synthesise';
import { MissingPart } from '../missing-part';
import { objectAt, readStacks, type StackFile } from '../stack-files';
import { validateStacks } from '../terraform-validate';

/** What a system with a network, a cluster and a Kafka of its own does not make again. */
const NOT_MADE_AGAIN = ['aws_vpc', 'aws_subnet', 'aws_eks_cluster', 'aws_msk_cluster'];

/** Systems that are not the reference system, through `terraform validate`. */
export const fixturesValidate: Check = {
  name: 'fixtures-validate',
  part: 'Terraform and the AWS provider',
  proves:
    'Stacks of a system whose network, cluster and Kafka exist, and of one in two regions, are valid; what exists is not made again.',
  quick: true,
  boundSeconds: 300,
  boundMiB: 6000,
  run: async ({ root, folder, environment, progress }) => {
    const stacksOf = async (name: string): Promise<readonly StackFile[]> => {
      progress(`synthesising ${name}`);
      const own = join(folder, name);
      mkdirSync(own);
      const system = join(root, 'scripts/verify/fixtures', `${name}.ts`);
      return readStacks(await synthesise({ root, folder: own, system, environment }));
    };
    const existing = await stacksOf('everything-exists');
    const stacks = [...existing, ...(await stacksOf('two-regions'))];
    const validation = await validateStacks(stacks, {
      ...{ parallel: 2, each: false, environment },
      progress: (done, text) => {
        progress(`${done} of ${stacks.length}: ${text}`);
      },
    });
    if (!validation.available) throw new MissingPart(validation.missing);
    const invalid = validation.stacks.flatMap(({ stack, detail }) =>
      detail.map((text) => `[${stack}] ${text}`),
    );
    return {
      problems: [...existing.flatMap(madeAgain), ...invalid],
      figure: count(stacks.length, 'stack'),
      versions: validation.versions,
    };
  },
};

function madeAgain({ name, content }: StackFile): readonly string[] {
  const resources = objectAt(content, 'resource');
  return NOT_MADE_AGAIN.filter((type) => type in resources).map(
    (type) => `[${name}] makes ${type}, which exists already; it is to be used instead`,
  );
}
