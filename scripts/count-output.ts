import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../lib/proof';

/** A stack as Terraform reads it, as far as counting needs it. */
interface TerraformJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** How many stacks stand below an output directory of cdktf, and how many resources in them. */
export function countStacks(directory: string): {
  readonly stacks: number;
  readonly resources: number;
} {
  const folder = join(directory, 'stacks');
  const stacks = existsSync(folder) ? readdirSync(folder) : [];
  const resources = stacks.map((stack) => {
    const { resource = {} } = JSON.parse(
      readFileSync(join(folder, stack, 'cdk.tf.json'), 'utf8'),
    ) as TerraformJson;
    return Object.values(resource).reduce((sum, named) => sum + Object.keys(named).length, 0);
  });
  return { stacks: stacks.length, resources: resources.reduce((sum, count) => sum + count, 0) };
}

/** How many charts stand below an output directory of cdk8s, and how many objects in them. */
export function countManifests(directory: string): {
  readonly charts: number;
  readonly objects: number;
} {
  let charts = 0;
  let objects = 0;
  for (const { text } of readManifests(directory)) {
    charts += 1;
    objects += text.split(/^---$/m).length;
  }
  return { charts, objects };
}
