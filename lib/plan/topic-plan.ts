import type { Environment } from '../model/environment';
import type { Region } from '../model/regions';
import type { Topic } from '../model/topic';
import type { Place } from './naming';
import { readerRegions } from './placed-roles';
import { planSchema, type SchemaPlan } from './schema-plan';

/** A topic that a service publishes. */
export interface TopicPlan {
  /** Name of the topic. */
  readonly name: string;
  /** Number of partitions. */
  readonly partitions: number;
  /** Milliseconds that records are kept. */
  readonly retentionMs: number;
  /** Field whose value decides the partition. */
  readonly key: string;
  /** What its records look like, for the registry; nothing where no event is described, or the cluster is not ours. */
  readonly schema?: SchemaPlan;
}

/** Plans a topic in a region it is written in. */
export function planTopic(environment: Environment, place: Place, topic: Topic): TopicPlan {
  const { name, partitions, retention, key } = topic;
  const schema = planSchema(environment, place, topic);
  return { name, partitions, retentionMs: retention, key, ...(schema && { schema }) };
}

/** Whether a topic is written in a region: of one with a primary only there. */
export function isWrittenIn(
  { regions }: Environment,
  region: Region,
  { placement }: Pick<Topic, 'placement'>,
): boolean {
  return placement?.kind !== 'primary' || regions.length === 1 || placement.region === region;
}

/** The regions to which a topic is copied; none for one that lives where it is written. */
export function copiesOf(
  environment: Environment,
  { placement }: Pick<Topic, 'placement'>,
): readonly Region[] {
  return placement?.kind === 'primary' && environment.regions.length > 1
    ? readerRegions(environment, placement)
    : [];
}

/** Whether a topic is copied from a region to others. */
export function isCopiedFrom(
  environment: Environment,
  region: Region,
  topic: Pick<Topic, 'placement'>,
): boolean {
  return (
    topic.placement?.kind === 'primary' &&
    topic.placement.region === region &&
    copiesOf(environment, topic).length > 0
  );
}
