import type { Environment } from '../../../model/environment';
import type { Service } from '../../../model/service';
import type { Topic } from '../../../model/topic';
import {
  ASSUMED_RECORD_BYTES,
  PARTITION_BYTES_PER_SECOND,
  partitionsToRead,
  partitionsToWrite,
  recordBytes,
} from '../../../plan/topic-throughput';
import { sizeOf } from '../../../plan/sizes';
import { defineRule, type Breach } from '../../rule';
import { count } from '../../texts';
import { retained } from '../retained';

/** A topic has the partitions that its records need. */
export const KFK_004 = defineRule(
  {
    id: 'KFK-004',
    title: 'a topic has the partitions that its records need',
    severity: 'error',
    rationale:
      'A partition takes so many bytes a second and has one consumer of a group, which handles so many records a second. With fewer partitions the group falls behind at the peak, whatever is added, and the partitions of a keyed topic cannot be changed later.',
    formula:
      'partitions >= max(ceil(peak x recordSize / 10 MB/s), ceil(peak / (throughput.perReplica / threads)) of every consumer)',
    example:
      '20 MB/s into partitions of 5 MB/s and out to consumers of 3 MB/s need max(4, 7) = 7 partitions',
    source: 'https://www.confluent.io/blog/how-choose-number-topics-partitions-kafka-cluster/',
  },
  function* ({ view, environments }) {
    for (const topic of view.topics) yield* writing(topic);
    for (const environment of retained(environments)) {
      for (const service of view.services) yield* reading(environment, service);
    }
  },
);

function* writing(topic: Topic): Generator<Breach, void, undefined> {
  if (topic.peak === undefined) return;
  const bytes = recordBytes(topic);
  const needed = partitionsToWrite(topic.peak, bytes);
  if (!(topic.partitions < needed)) return;
  const size = topic.recordSize === undefined ? `${ASSUMED_RECORD_BYTES} assumed` : `${bytes}`;
  yield {
    path: topic.node.path,
    problem: `${count(topic.partitions, 'partition')} of 10 MB/s each, and at its peak ${topic.peak} records of ${size} bytes are written a second`,
    numbers: {
      partitions: topic.partitions,
      neededPartitions: needed,
      peak: topic.peak,
      recordBytes: bytes,
      partitionBytesPerSecond: PARTITION_BYTES_PER_SECOND,
    },
    fix: `set partitions to ${needed} before the first record is written`,
  };
}

function* reading(environment: Environment, service: Service): Generator<Breach, void, undefined> {
  for (const { topic, threads } of service.consumptions) {
    if (topic.peak === undefined) continue;
    const { perReplica } = sizeOf(environment, service).throughput;
    const each = perReplica / threads;
    const needed = partitionsToRead(topic.peak, perReplica, threads);
    if (!(topic.partitions < needed)) continue;
    yield {
      path: service.node.path,
      problem: `in ${environment.name} a consumer of ${topic.name} handles ${Number(each.toFixed(2))} records a second, its ${count(topic.partitions, 'partition')} have as many consumers at most, and its peak is ${topic.peak}`,
      numbers: {
        partitions: topic.partitions,
        neededPartitions: needed,
        peak: topic.peak,
        perConsumer: Number(each.toFixed(2)),
      },
      fix: `set partitions of ${topic.name} to ${needed} before the first record is written, or throughput.perReplica of ${service.name} to ${Math.ceil((topic.peak * threads) / topic.partitions)}`,
    };
  }
}
