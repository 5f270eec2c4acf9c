import type { S3BucketReplicationConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import { compareText } from '../../core/finding';
import { shortHash } from '../../core/names';

/** A versioned, encrypted bucket at one end of a replication; an `ObjectBucket` is one. */
export interface ReplicatedBucket {
  /** Name of the bucket, known before it is made: rules and alarms are told apart by it. */
  readonly name: string;
  /** Name of the bucket, once it keeps versions. */
  readonly versionedName: string;
  /** ARN of the bucket. */
  readonly arn: string;
  /** ARN of the key its objects are encrypted with. */
  readonly keyArn: string;
}

/** The only number S3 takes. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationTimeValue.html */
const PROMISED_MINUTES = 15;
/** S3 takes any whole number; so many that names hardly ever meet. */
const PRIORITIES = 1_000_000;

/** One rule a destination, in the order of their names: one more or one less changes none of the others. */
export function renderRules(
  destinations: readonly ReplicatedBucket[],
  timeControl: boolean,
): readonly S3BucketReplicationConfigurationRule[] {
  const sorted = [...destinations].sort((a, b) => compareText(a.name, b.name));
  const taken = new Set<number>();
  return sorted.map((destination) => {
    const priority = freePriority(destination.name, taken);
    taken.add(priority);
    return renderRule(destination, priority, timeControl);
  });
}

/** A priority of a name's own. Rules have different ones; what they are matters only to rules of one destination. */
function freePriority(name: string, taken: ReadonlySet<number>): number {
  let number = Number.parseInt(shortHash(name), 16);
  while (taken.has(priorityOf(number))) number += 1;
  return priorityOf(number);
}

/** 1 or more: 0 is that of a rule without one. */
function priorityOf(number: number): number {
  return (number % PRIORITIES) + 1;
}

function renderRule(
  destination: ReplicatedBucket,
  priority: number,
  timeControl: boolean,
): S3BucketReplicationConfigurationRule {
  const status = 'Enabled';
  const promised = { minutes: PROMISED_MINUTES };
  return {
    id: destination.name,
    status,
    priority,
    filter: { prefix: '' },
    deleteMarkerReplication: { status },
    sourceSelectionCriteria: {
      // Without it S3 passes over objects encrypted with KMS.
      sseKmsEncryptedObjects: { status },
      // Changes of tags made to a copy come back in the other direction.
      replicaModifications: { status },
    },
    destination: {
      // S3 takes only destinations that keep versions already, so this waits for that and not just for the bucket.
      bucket: `arn:aws:s3:::${destination.versionedName}`,
      encryptionConfiguration: { replicaKmsKeyId: destination.keyArn },
      metrics: timeControl ? { status, eventThreshold: promised } : { status },
      ...(timeControl && { replicationTime: { status, time: promised } }),
    },
  };
}
