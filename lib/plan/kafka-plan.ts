import type { Environment } from '../model/environment';
import type { Region } from '../model/regions';
import type { Topic } from '../model/topic';
import { BROKER_TYPES, type BrokerType } from './instance-classes';
import { clusterName, environmentPrefix, roleName, type Place } from './naming';
import { isCopiedFrom } from './topic-plan';
import { ZONES } from './network-plan';

/** Copies of each partition: one a zone. */
export const REPLICATION_FACTOR = 3;
/** Copies that must have a record before it counts as written: one may be away. */
export const MIN_INSYNC_REPLICAS = 2;
/** Partitions of Kafka's own topics, for consumer offsets and transactions: 50 each. @see https://kafka.apache.org/documentation/#brokerconfigs_offsets.topic.num.partitions */
const INTERNAL_PARTITIONS = 100;
/** Storage that a new broker starts with, in GiB; it grows by itself. */
const BROKER_STORAGE_GIB = 100;
/** How much more storage than at the beginning a broker may have. */
export const BROKER_STORAGE_GROWTH = 2;
/** Brokers of a cluster in KRaft mode, unless AWS raised the quota. @see https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-provisioned-quota */
export const MOST_BROKERS = 60;

/** A Kafka cluster that is built. */
export interface BuiltKafka {
  readonly kind: 'built';
  /** Name of the cluster. */
  readonly name: string;
  /** Number of brokers, a multiple of the zones. */
  readonly brokers: number;
  /** Type of the brokers, for example `kafka.m7g.large`. */
  readonly brokerType: string;
  /** Storage a broker starts with, in GiB. */
  readonly storageGiB: number;
  /** Role of the operator that makes the topics. */
  readonly operatorRole: string;
  /** Name of the registry of the events' schemas. */
  readonly schemaRegistry: string;
  /** Whether topics are copied from here: the cluster of another region connects to this one. */
  readonly copied: boolean;
}

/** A Kafka cluster that exists already. */
export interface UsedKafka {
  readonly kind: 'existing';
  /** ARN of the cluster. */
  readonly clusterArn: string;
  /** Brokers with IAM authentication. */
  readonly bootstrapBrokers: string;
}

/** The Kafka cluster of a region. */
export type KafkaPlan = BuiltKafka | UsedKafka;

/** Plans the Kafka cluster of a region; a system without topics has none. */
export function planKafka(
  environment: Environment,
  region: Region,
  place: Place,
  topics: readonly Topic[],
  zones: number = ZONES,
): KafkaPlan | undefined {
  const existing = environment.existingIn(region).kafka;
  if (existing) return { kind: 'existing', ...existing };
  if (topics.length === 0) return undefined;
  const partitions = topics.reduce((sum, topic) => sum + topic.partitions, INTERNAL_PARTITIONS);
  const { type, brokers } = fitBrokers(partitions * REPLICATION_FACTOR, BROKER_TYPES, zones);
  return {
    kind: 'built',
    name: clusterName(place),
    brokers,
    brokerType: type.name,
    storageGiB: BROKER_STORAGE_GIB,
    operatorRole: roleName(place, 'topic-operator'),
    schemaRegistry: environmentPrefix(place),
    copied: topics.some((topic) => isCopiedFrom(environment, region, topic)),
  };
}

/** Partitions that the topics of a cluster may have together: those that its most brokers of the largest type hold. */
export function mostPartitions(zones: number): number {
  const brokers = zones * Math.floor(MOST_BROKERS / zones);
  const copies = brokers * (BROKER_TYPES.at(-1) ?? BROKER_TYPES[0]).partitions;
  return Math.floor(copies / REPLICATION_FACTOR) - INTERNAL_PARTITIONS;
}

/**
 * The smallest broker type that holds the partition replicas on as few brokers as may be: a copy of each partition on a
 * broker of its own, and as many in each zone. The largest, more often, if none does.
 */
export function fitBrokers(
  replicas: number,
  types: readonly BrokerType[],
  zones: number = ZONES,
): { type: BrokerType; brokers: number } {
  const fewest = zones * Math.ceil(REPLICATION_FACTOR / zones);
  const fitting = types.find((type) => type.partitions * fewest >= replicas);
  const type = fitting ?? types.at(-1) ?? BROKER_TYPES[0];
  const needed = zones * Math.ceil(replicas / (type.partitions * zones));
  return { type, brokers: Math.max(fewest, needed) };
}
