import type { Environment } from '../../../model/environment';
import type { Region } from '../../../model/regions';
import type { Topic } from '../../../model/topic';
import { REGIONAL_SERVICES, hasService } from '../../../plan/region-facts';
import { copiesOf, isCopiedFrom } from '../../../plan/topic-plan';
import { defineRule, type Breach } from '../../rule';
import { listNames } from '../../texts';

/** A region has the services of AWS that it needs. */
export const REG_001 = defineRule(
  {
    id: 'REG-001',
    title: 'a region has the services of AWS that it needs',
    severity: 'error',
    rationale:
      'Not every service is in every region, and one that is missing is found when it is deployed. AWS adds regions from time to time: where it has added one since, the finding is acknowledged until this table knows it.',
    formula:
      'MSK Replicator is in every region that topics are copied from or to, Amazon Managed Service for Prometheus in the first region of a retained environment',
    example: 'a topic that is written in eu-west-1 cannot be copied to eu-south-2',
    source: 'https://aws.amazon.com/about-aws/global-infrastructure/regional-product-services/',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      yield* copying(environment, view.topics);
      yield* keeping(environment);
    }
  },
);

function* copying(
  environment: Environment,
  topics: readonly Topic[],
): Generator<Breach, void, undefined> {
  const { name, source } = REGIONAL_SERVICES.replicator;
  for (const region of new Set(environment.regions)) {
    if (hasService(region, REGIONAL_SERVICES.replicator)) continue;
    const copied = topics.filter(
      (topic) =>
        isCopiedFrom(environment, region, topic) || copiesOf(environment, topic).includes(region),
    );
    if (copied.length === 0) continue;
    yield {
      path: environment.node.path,
      problem: `${region} has no ${name}, which copies ${listNames(copied.map((topic) => topic.name))}`,
      numbers: { region, service: name, published: source },
      fix: `place these topics with regional({ partitionedBy }), or use another region than ${region}`,
    };
  }
}

function* keeping({ protection, regions, node }: Environment): Generator<Breach, void, undefined> {
  const home: Region | undefined = regions[0];
  const { name, source } = REGIONAL_SERVICES.metrics;
  if (protection !== 'retain' || home === undefined) return;
  if (hasService(home, REGIONAL_SERVICES.metrics)) return;
  yield {
    path: node.path,
    problem: `${home} is the first region, and has no ${name} to keep the metrics of all`,
    numbers: { region: home, service: name, published: source },
    fix: 'begin regions with one that has it',
  };
}
