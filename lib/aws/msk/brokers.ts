import { Token } from 'cdktf';
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

/**
 * Most brokers of a cluster in KRaft mode, unless AWS raised the quota.
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/limits.html
 */
export const MAX_BROKERS = 60;

/** Copies of each partition: one can be lost and one restarted, and writes go on. */
const REPLICAS = 3;

/**
 * Family and size of a standard broker.
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-sizes.html
 */
const BROKER_TYPE = /^kafka\.[a-z]\d[a-z]*\.[a-z0-9]+$/;

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
  assertWhole(scope, 'brokers', brokers, REPLICAS, MAX_BROKERS);
  assertWhole(scope, 'storageGiB', storageGiB, 1, MAX_STORAGE_GIB);
  const zones = knownLength(subnetIds) ?? 1;
  if (!Token.isUnresolved(brokers) && brokers % zones !== 0) {
    throw new PlatformError(
      scope,
      `brokers is ${brokers}, no multiple of ${zones} subnets`,
      'pass the same number for each subnet',
    );
  }
  assertBrokerType(scope, brokerType);
}

/**
 * CreateCluster answers "Unsupported InstanceType specified" to a t3 broker of a KRaft version, and neither multi-VPC
 * connectivity nor tiered storage has one.
 *
 * @see https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/msk/pf-msk-t3-small-not-kraft/rule.rego
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/aws-access-mult-vpc.html
 */
function assertBrokerType(scope: Scoped, brokerType: string): void {
  if (Token.isUnresolved(brokerType)) return;
  if (!BROKER_TYPE.test(brokerType)) {
    throw new PlatformError(
      scope,
      `brokerType is '${brokerType}', not a standard broker`,
      "write it like 'kafka.m7g.large'",
    );
  }
  if (brokerType.startsWith('kafka.t3.')) {
    throw new PlatformError(
      scope,
      `brokerType is '${brokerType}', a cluster in KRaft mode has no t3 brokers`,
      "pass 'kafka.m7g.large' or larger",
    );
  }
}
