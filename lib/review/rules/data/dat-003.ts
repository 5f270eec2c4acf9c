import type { Environment } from '../../../model/environment';
import type { PostgresDatabase } from '../../../model/postgres-database';
import type { SystemIndex } from '../../../plan/index-of-system';
import { postgresRole } from '../../../plan/store-plan';
import { defineRule, type Breach } from '../../rule';

/** The databases of one service that span regions are written in one of them. */
export const DAT_003 = defineRule(
  {
    id: 'DAT-003',
    title: 'the databases of one service that span regions are written in one of them',
    severity: 'error',
    rationale:
      "A reader is made after its writer, and a service's databases are made together: with writers in two regions each region would have to come first. A request that writes both would also cross an ocean.",
    formula: 'one writing region for all global databases of a service',
    example:
      "orders: primary('eu-west-1'), invoices: primary('us-east-1'), readers everywhere: neither region can be made first",
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
  },
  function* ({ view, index, environments }) {
    for (const environment of environments) {
      for (const service of view.services) yield* breachesOf(environment, index, service.name);
    }
  },
);

function* breachesOf(
  environment: Environment,
  index: SystemIndex,
  service: string,
): Generator<Breach, void, undefined> {
  const writers = (index.storesOf.get(service) ?? []).flatMap((store) =>
    store.kind === 'PostgresDatabase' ? writerOf(environment, store) : [],
  );
  const [first, ...others] = writers;
  for (const { region, store } of others) {
    if (first === undefined || region === first.region) continue;
    yield {
      path: store.node.path,
      problem: `in ${environment.name} ${store.name} is written in ${region}, and ${first.store.name} of the same service in ${first.region}`,
      numbers: { region, other: first.region },
      fix: `place both with primary('${first.region}', ...), or give one to a service of its own`,
    };
  }
}

function writerOf(environment: Environment, store: PostgresDatabase) {
  return environment.regions
    .filter((region) => postgresRole(environment, region, store) === 'writer')
    .map((region) => ({ region, store }));
}
