import type { Topic } from '../model/topic';
import { REPLICATION_FACTOR } from './kafka-plan';

/** Bytes of a record whose size is not declared. */
export const ASSUMED_RECORD_BYTES = 1_024;
/**
 * Bytes a second that one partition is taken to accept: the lower end of what is published for one on common hardware.
 *
 * @see https://www.confluent.io/blog/how-choose-number-topics-partitions-kafka-cluster/
 */
export const PARTITION_BYTES_PER_SECOND = 10_000_000;
/** Records that a consumer takes at a time, and milliseconds until it must ask for more: the defaults of Kafka. @see https://kafka.apache.org/documentation/#consumerconfigs_max.poll.records */
export const POLL = { records: 500, intervalMs: 300_000 } as const;

/** Bytes of a record, assumed where nobody said. */
export function recordBytes({ recordSize }: Pick<Topic, 'recordSize'>): number {
  return recordSize ?? ASSUMED_RECORD_BYTES;
}

/** The fewest partitions that accept the records of a topic at its peak. */
export function partitionsToWrite(peak: number, bytes: number): number {
  return Math.ceil((peak * bytes) / PARTITION_BYTES_PER_SECOND);
}

/**
 * The fewest partitions for which consumers keep up with the peak: a partition has one consumer, and a consumer is a thread
 * of a replica.
 */
export function partitionsToRead(peak: number, perReplica: number, threads: number): number {
  return Math.ceil((peak * threads) / perReplica);
}

/** Milliseconds that a consumer takes for as many records as it is given at a time. */
export function batchTime(processing: number): number {
  return processing * POLL.records;
}

/** Bytes that a topic holds on all brokers when it is written at its peak all the time it is kept. */
export function bytesKept(topic: Topic): number {
  if (topic.peak === undefined) return 0;
  return topic.peak * recordBytes(topic) * (topic.retention / 1_000) * REPLICATION_FACTOR;
}

/** Copies of a partition that are left when the zone with the most of them is lost. */
export function copiesWithoutZone(zones: number): number {
  return REPLICATION_FACTOR - Math.ceil(REPLICATION_FACTOR / Math.max(1, zones));
}
