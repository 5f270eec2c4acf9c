import { plannedAccess, type EmittedObjects } from '../../../lib/proof';
import type { SystemPlan } from '../../../lib/plan';
import type { Validator } from '../kubernetes/validator';
import type { ProviderSchemas } from '../schema-check';
import type { StackFile } from '../stack-files';
import { readSeam, type Seam } from '../stacks/seam';
import { addressOf, blockSchema, indexStack, type StackIndex } from '../stacks/stack-index';
import { publishedParameters, type PublishedParameters } from '../stacks/stack-references';
import { contentOf, manifestJudges } from './manifest-judges';
import { seedBlock } from './seed-stacks';
import { seedObject } from './seed-manifests';
import { stackJudges } from './stack-judges';
import { Tally, type OperatorResult } from './tally';

/** What faults are put into, and what they are judged by. */
export interface SeedOptions {
  /** The plan. */
  readonly plan: SystemPlan;
  /** The stacks. */
  readonly stacks: readonly StackFile[];
  /** The manifests. */
  readonly emitted: EmittedObjects;
  /** The schemas of the providers. */
  readonly schemas: ProviderSchemas;
  /** The schemas of Kubernetes. */
  readonly validator: Validator;
  /** One of so many faults of each operator is looked at; 1 for all. */
  readonly oneOf: number;
  /** Told what it is doing. */
  readonly progress: (text: string) => void;
}

/** What came of it. */
export interface Seeded {
  /** By operator. */
  readonly results: readonly OperatorResult[];
  /** What is wrong without any fault: nothing can be said of faults put into it. */
  readonly wrongBefore: readonly string[];
  /** Kinds without a schema, by `<apiVersion>/<kind>`: no fault is put into their objects. */
  readonly notJudged: readonly string[];
}

/** Puts every fault of every operator into stacks and manifests, one at a time, and counts which are found. */
export async function seedFaults(options: SeedOptions): Promise<Seeded> {
  const tally = new Tally();
  const indexes = options.stacks.map(indexStack);
  const published = publishedParameters(indexes);
  const wrongBefore: string[] = [];
  const notJudged = new Set<string>();
  const wait = async (text: string): Promise<void> => {
    options.progress(text);
    await new Promise((resolve) => setImmediate(resolve));
  };

  const seeds: Seeds = { ...options, tally, wrongBefore, notJudged, wait };

  await seedStacks(seeds, indexes, published);
  await seedManifests(seeds, readSeam(indexes, published));
  return { results: tally.results(), wrongBefore, notJudged: [...notJudged].sort() };
}

/** What both halves are seeded with. */
interface Seeds extends SeedOptions {
  readonly tally: Tally;
  readonly wrongBefore: string[];
  readonly notJudged: Set<string>;
  readonly wait: (text: string) => Promise<void>;
}

/** What is right is right for these before any fault; those of types and expressions are the same judges. */
const JUDGED = ['schema', 'reference', 'permission'] as const;

async function seedStacks(
  { plan, schemas, oneOf, tally, wrongBefore, wait }: Seeds,
  indexes: readonly StackIndex[],
  published: PublishedParameters,
): Promise<void> {
  const judges = stackJudges(plan);
  for (const index of indexes) {
    const { name } = index.stack;
    await wait(`faults in ${name}`);
    for (const block of index.blocks) {
      const schema = blockSchema(block, schemas);
      // What Terraform brings itself has no schema.
      if (schema === undefined) continue;
      const subject = { block, schema, context: { index, schemas, published } };
      for (const of of JUDGED)
        if (judges[of](subject, block.body))
          wrongBefore.push(`[${name} ${addressOf(block)}] it is wrong before any fault (${of})`);
      seedBlock(subject, judges, tally, oneOf);
    }
  }
}

async function seedManifests(
  { plan, emitted, validator, oneOf, tally, wrongBefore, notJudged, wait }: Seeds,
  seam: Seam,
): Promise<void> {
  const judges = manifestJudges({ emitted, validator, seam, planned: accessByCluster(plan) });
  let last = '';
  for (const object of emitted.objects) {
    const { file, kind, name } = object;
    if (file !== last) await wait(`faults in ${file}`);
    last = file;
    const content = contentOf(object);
    const schema = validator.schemaOf(content);
    if (schema === undefined) {
      notJudged.add(`${object.apiVersion}/${kind}`);
      continue;
    }
    for (const of of JUDGED)
      if (judges[of](object, content))
        wrongBefore.push(`[${file} ${kind}/${name}] it is wrong before any fault (${of})`);
    seedObject(object, schema, judges, tally, oneOf);
  }
}

function accessByCluster({ environments }: SystemPlan): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    environments.flatMap(({ environment, regions }) =>
      regions.map((region) => [`${environment}/${region.region}`, new Set(plannedAccess(region))]),
    ),
  );
}
