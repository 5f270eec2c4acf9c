import type { Environment } from '../../../model/environment';
import type { PrimaryPlacement } from '../../../model/placement';
import type { Store } from '../../../model/view';
import { readerRegions } from '../../../plan/placed-roles';
import { defineRule, type Breach } from '../../rule';

/** A placement covers the regions of an environment, and no others. */
export const DAT_002 = defineRule(
  {
    id: 'DAT-002',
    title: 'a placement covers the regions of an environment, and no others',
    severity: 'error',
    rationale:
      'A writer in a region that the environment does not have is never built, and a region with neither writer nor reader runs a service that cannot reach its data. An environment of one region holds everything, wherever others write.',
    formula: 'writer and readers are regions of the environment, and together all of them',
    example:
      "regions eu-west-1 and us-east-1, primary('eu-west-1', { readers: [] }): us-east-1 has neither",
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      if (new Set(environment.regions).size < 2) continue;
      for (const store of view.stores) {
        if (store.placement?.kind !== 'primary') continue;
        yield* breachesOf(environment, store, store.placement);
      }
    }
  },
);

function* breachesOf(
  environment: Environment,
  { node: { path } }: Store,
  placement: PrimaryPlacement,
): Generator<Breach, void, undefined> {
  const { name, regions } = environment;
  const readers = placement.readers === 'everywhere' ? [] : placement.readers;
  const foreign = [...new Set([placement.region, ...readers])].filter(
    (region) => !regions.includes(region),
  );
  for (const region of foreign) {
    yield {
      path,
      problem: `in ${name} placement names ${region}, which is not one of its regions`,
      numbers: { region },
      fix: `use one of ${[...new Set(regions)].join(', ')}`,
    };
  }
  const covered = new Set([placement.region, ...readerRegions(environment, placement)]);
  for (const region of new Set(regions)) {
    // Where the writer is elsewhere, naming the right one comes first.
    if (covered.has(region) || foreign.includes(placement.region)) continue;
    yield {
      path,
      problem: `in ${name} ${region} has neither writer nor reader`,
      numbers: { region },
      fix: `add ${region} to readers, or set readers to 'everywhere'`,
    };
  }
}
