import type { Environment } from '../../../model/environment';
import type { PrimaryPlacement } from '../../../model/placement';
import type { Topic } from '../../../model/topic';
import { copiesOf } from '../../../plan/topic-plan';
import { defineRule, type Breach } from '../../rule';
import { listNames } from '../../texts';

/** A topic is where it is consumed, in clusters that can be copied from and to. */
export const DAT_004 = defineRule(
  {
    id: 'DAT-004',
    title: 'a topic is where it is consumed, in clusters that can be copied from and to',
    severity: 'error',
    rationale:
      'Every service runs in every region. A consumer in a region that has neither the topic nor a copy of it waits for ever, and a copy is made by a replicator between two clusters that this platform builds: an existing one has neither its permissions nor its connection.',
    formula:
      'writer and readers of a topic are regions of the environment, together all of them where somebody consumes it, and the Kafka of each is built when something is copied',
    example:
      "regions eu-west-1 and us-east-1, primary('eu-west-1', { readers: [] }): consumers in us-east-1 find no topic",
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      if (new Set(environment.regions).size < 2) continue;
      for (const topic of view.topics) {
        if (topic.placement?.kind !== 'primary') continue;
        const consumers = view.services.filter(({ consumptions }) =>
          consumptions.some((consumption) => consumption.topic === topic),
        );
        yield* foreignRegions(environment, topic, topic.placement);
        yield* missingCopies(environment, topic, topic.placement, consumers);
        yield* existingClusters(environment, topic, topic.placement);
      }
    }
  },
);

function* foreignRegions(
  { name, regions }: Environment,
  { node: { path } }: Topic,
  placement: PrimaryPlacement,
): Generator<Breach, void, undefined> {
  const readers = placement.readers === 'everywhere' ? [] : placement.readers;
  for (const region of new Set([placement.region, ...readers])) {
    if (regions.includes(region)) continue;
    yield {
      path,
      problem: `in ${name} placement names ${region}, which is not one of its regions`,
      numbers: { region },
      fix: `use one of ${[...new Set(regions)].join(', ')}`,
    };
  }
}

function* missingCopies(
  environment: Environment,
  topic: Topic,
  { region: writer }: PrimaryPlacement,
  consumers: readonly { readonly name: string }[],
): Generator<Breach, void, undefined> {
  const { name, regions } = environment;
  // Where the writer is elsewhere, naming the right one comes first.
  if (consumers.length === 0 || !regions.includes(writer)) return;
  const covered = new Set([writer, ...copiesOf(environment, topic)]);
  for (const region of new Set(regions)) {
    if (covered.has(region)) continue;
    yield {
      path: topic.node.path,
      problem: `in ${name} ${region} has neither the topic nor a copy, and it is consumed there by ${listNames(consumers.map((consumer) => consumer.name))}`,
      numbers: { region, consumers: consumers.length },
      fix: `add ${region} to readers, or set readers to 'everywhere'`,
    };
  }
}

function* existingClusters(
  environment: Environment,
  topic: Topic,
  { region: writer }: PrimaryPlacement,
): Generator<Breach, void, undefined> {
  const copies = copiesOf(environment, topic);
  if (copies.length === 0) return;
  for (const region of [writer, ...copies]) {
    if (environment.existingIn(region).kafka === undefined) continue;
    yield {
      path: topic.node.path,
      problem: `in ${environment.name} the topic is copied ${region === writer ? 'from' : 'to'} ${region}, whose Kafka exists already`,
      numbers: { region },
      fix: `leave kafka out of the existing parts of ${region}, or place the topic with regional({ partitionedBy })`,
    };
  }
}
