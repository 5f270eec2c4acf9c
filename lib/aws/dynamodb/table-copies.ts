import type { DynamodbTableConfig } from '@cdktf/provider-aws/lib/dynamodb-table';
import { PlatformError, type Scoped } from '../../core/errors';

/** A copy of a table in another region, encrypted with a key of that region. */
export interface TableReplica {
  /** Region of the copy. */
  readonly region: string;
  /** ARN of a KMS key in that region. */
  readonly kmsKeyArn: string;
}

/** A copy, and its key where it is not DynamoDB's. */
export interface Copy {
  /** Region of the copy. */
  readonly region: string;
  /**
   * ARN of a KMS key in that region.
   * @default - the account's key of DynamoDB
   */
  readonly kmsKeyArn?: string;
}

/** Throws when copies are given both with keys and without: DynamoDB wants the same kind of key for all. */
export function assertCopies(
  scope: Scoped,
  replicaRegions: readonly string[],
  replicas: readonly TableReplica[],
): void {
  if (replicaRegions.length > 0 && replicas.length > 0) {
    throw new PlatformError(
      scope,
      `replicaRegions has ${replicaRegions.length} entries and replicas ${replicas.length}, a table has copies with keys or without`,
      'pass all copies in replicas',
    );
  }
  const regions = [...replicaRegions, ...replicas.map(({ region }) => region)];
  const twice = regions.find((region, index) => regions.indexOf(region) !== index);
  if (twice === undefined) return;
  throw new PlatformError(
    scope,
    `${replicas.length > 0 ? 'replicas' : 'replicaRegions'} has '${twice}' twice, a region holds one copy`,
    'leave one of them out',
  );
}

/** Copies in other regions are made from the stream. */
export function renderCopies(
  stream: boolean,
  copies: readonly Copy[],
): Pick<DynamodbTableConfig, 'streamEnabled' | 'streamViewType' | 'replica'> {
  if (!stream && copies.length === 0) return {};
  const streamed = { streamEnabled: true, streamViewType: 'NEW_AND_OLD_IMAGES' };
  if (copies.length === 0) return streamed;
  const replica = copies.map(({ region, kmsKeyArn }) => ({
    regionName: region,
    pointInTimeRecovery: true,
    propagateTags: true,
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
  }));
  return { ...streamed, replica };
}
