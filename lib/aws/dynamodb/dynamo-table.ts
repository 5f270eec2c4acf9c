import { DynamodbTable, type DynamodbTableConfig } from '@cdktf/provider-aws/lib/dynamodb-table';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertName } from '../checks';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';

/** An attribute items are found by. */
export interface KeyAttribute {
  /** Name of the attribute. */
  readonly name: string;
  /** Text, number or bytes. */
  readonly type: 'S' | 'N' | 'B';
}

/** What a `DynamoTable` is made of. */
export interface DynamoTableProps {
  /** Name of the table, unique in the account and region. */
  readonly name: string;
  /** The attribute that spreads items over partitions. */
  readonly partitionKey: KeyAttribute;
  /**
   * The attribute that orders the items of a partition.
   * @default - none: one item per partition key
   */
  readonly sortKey?: KeyAttribute;
  /**
   * The attribute that holds when an item expires, in seconds since 1970.
   * @default - items do not expire
   */
  readonly timeToLiveAttribute?: string;
  /**
   * Whether its changes can be followed, old and new, for a day.
   * @default false, but a table with copies always has its stream
   */
  readonly stream?: boolean;
  /**
   * Other regions that hold a writable copy.
   * @default - none
   */
  readonly replicaRegions?: readonly string[];
  /** Whether DynamoDB and Terraform refuse to delete it. */
  readonly protection: Protection;
}

/**
 * An on-demand DynamoDB table, encrypted with the account's managed key, restorable to any second of the last 35 days.
 *
 * @example
 * new DynamoTable(this, 'Carts', { name: 'carts', partitionKey: { name: 'cartId', type: 'S' }, protection: 'retain' });
 */
export class DynamoTable extends Construct {
  /** The table. */
  public readonly table: DynamodbTable;
  /** ARN of the table. */
  public readonly tableArn: string;

  public constructor(scope: Construct, id: string, props: DynamoTableProps) {
    super(scope, id);
    const {
      name,
      partitionKey,
      sortKey,
      timeToLiveAttribute,
      stream = false,
      replicaRegions = [],
      protection,
    } = props;
    assertName(this, 'name', name, 'dynamoTable');
    if (sortKey?.name === partitionKey.name) {
      throw new PlatformError(
        this,
        `sortKey is '${sortKey.name}', as is partitionKey`,
        'sort by another attribute, or leave it out',
      );
    }

    this.table = new DynamodbTable(this, 'Resource', {
      name,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: partitionKey.name,
      rangeKey: sortKey?.name,
      attribute: sortKey === undefined ? [partitionKey] : [partitionKey, sortKey],
      ttl:
        timeToLiveAttribute === undefined
          ? undefined
          : { attributeName: timeToLiveAttribute, enabled: true },
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true },
      ...renderCopies(stream, replicaRegions),
      deletionProtectionEnabled: isRetained(protection),
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
    });
    this.tableArn = this.table.arn;
  }
}

/** Copies in other regions are made from the stream. */
function renderCopies(
  stream: boolean,
  regions: readonly string[],
): Pick<DynamodbTableConfig, 'streamEnabled' | 'streamViewType' | 'replica'> {
  if (!stream && regions.length === 0) return {};
  const streamed = { streamEnabled: true, streamViewType: 'NEW_AND_OLD_IMAGES' };
  if (regions.length === 0) return streamed;
  const replica = regions.map((regionName) => ({
    regionName,
    pointInTimeRecovery: true,
    propagateTags: true,
  }));
  return { ...streamed, replica };
}
