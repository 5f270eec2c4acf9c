import type { Environment } from '../model/environment';
import type { Region } from '../model/regions';
import type { Topic } from '../model/topic';
import { readerRegions } from './placed-roles';

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
}

/** Plans a topic. */
export function planTopic({ name, partitions, retention, key }: Topic): TopicPlan {
  return { name, partitions, retentionMs: retention, key };
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
