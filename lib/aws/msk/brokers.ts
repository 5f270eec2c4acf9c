import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertName, assertWhole, assertZones, knownLength } from '../checks';

/** What is checked of a cluster's brokers before anything is made. */
export interface BrokerLayout {
  /** Name of the cluster. */
  readonly name: string;
  /** Subnets of the brokers. */
  readonly subnetIds: readonly string[];
  /** Number of brokers. */
  readonly brokers: number;
  /** Type of a broker. */
  readonly brokerType: string;
  /** Storage of each broker in GiB. */
  readonly storageGiB: number;
}

/**
 * Most storage of a broker, in GiB.
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/limits.html
 */
export const MAX_STORAGE_GIB = 16_384;

/** Copies of each partition: one can be lost and one restarted, and writes go on. */
const REPLICAS = 3;

/** The brokers' configuration: nothing acknowledged is lost with a broker, and consumers read in their own zone. */
export const SERVER_PROPERTIES = [
  'auto.create.topics.enable=false',
  `default.replication.factor=${REPLICAS}`,
  'min.insync.replicas=2',
  'unclean.leader.election.enable=false',
  'replica.selector.class=org.apache.kafka.common.replica.RackAwareReplicaSelector',
].join('\n');

/** Throws when MSK would refuse the brokers, or they could not hold the copies. */
export function assertBrokers(
  scope: Scoped,
  { name, subnetIds, brokers, brokerType, storageGiB }: BrokerLayout,
): void {
  assertName(scope, 'name', name, 'mskCluster');
  assertZones(scope, subnetIds, 3);
  assertWhole(scope, 'brokers', brokers, REPLICAS, Number.MAX_SAFE_INTEGER);
  assertWhole(scope, 'storageGiB', storageGiB, 1, MAX_STORAGE_GIB);
  const zones = knownLength(subnetIds) ?? 1;
  if (brokers % zones !== 0) {
    throw new PlatformError(
      scope,
      `brokers is ${brokers}, no multiple of ${zones} subnets`,
      'pass the same number for each subnet',
    );
  }
  if (!brokerType.startsWith('kafka.')) {
    throw new PlatformError(
      scope,
      `brokerType is '${brokerType}', not a standard broker`,
      "write it like 'kafka.m7g.large'",
    );
  }
}
