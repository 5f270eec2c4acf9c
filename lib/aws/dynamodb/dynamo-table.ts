import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError, type Scoped } from '../../core/errors';
import { shortHash } from '../../core/names';
import { assertName } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { TableAlarms } from './table-alarms';
import type { Copy, TableReplica } from './table-copies';
import { assertCopies, renderCopies } from './table-copies';

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
   * Other regions that hold a writable copy; the table and its copies are then encrypted with the accounts' keys of
   * DynamoDB. Not with `replicas`.
   * @default - none
   */
  readonly replicaRegions?: readonly string[];
  /**
   * Writable copies in other regions, each with a key of its region; the table then has a key of its own too. Not with
   * `replicaRegions`.
   * @default - none
   */
  readonly replicas?: readonly TableReplica[];
  /** Whether DynamoDB and Terraform refuse to delete it. */
  readonly protection: Protection;
  /**
   * Tags of the table and its copies, for example one that a backup plan selects by.
   * @default - the name only
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * ARNs of what the alarms notify, for example SNS topics.
   * @default - none: the alarms are only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/**
 * An on-demand DynamoDB table, encrypted with a key of its own, restorable to any second of the last 35 days.
 *
 * @example
 * new DynamoTable(this, 'Carts', { name: 'carts', partitionKey: { name: 'cartId', type: 'S' }, protection: 'retain' });
 */
export class DynamoTable extends Construct {
  /** The table. */
  public readonly table: DynamodbTable;
  /** ARN of the table. */
  public readonly tableArn: string;
  /** The key it is encrypted with, which clients need too; none with `replicaRegions`. */
  public readonly key: KmsKey | undefined;

  public constructor(scope: Construct, id: string, props: DynamoTableProps) {
    super(scope, id);
    const { name, partitionKey, sortKey, timeToLiveAttribute, protection } = props;
    const { stream = false, replicaRegions = [], replicas = [], tags = {} } = props;
    assertTable(this, props);

    this.key = replicaRegions.length === 0 ? this.addKey(name, protection) : undefined;
    const copies: readonly Copy[] = [...replicaRegions.map((region) => ({ region })), ...replicas];
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
      serverSideEncryption: { enabled: true, kmsKeyArn: this.key?.arn },
      ...renderCopies(stream, copies),
      deletionProtectionEnabled: isRetained(protection),
      tags: { Name: name, ...tags },
      lifecycle: renderLifecycle(protection),
    });
    this.tableArn = this.table.arn;
    new TableAlarms(this, 'Alarms', {
      name,
      tableName: this.table.name,
      replicaRegions: copies.map(({ region }) => region),
      actionArns: props.alarmActionArns,
    });
  }

  private addKey(name: string, protection: Protection): KmsKey {
    return new EncryptionKey(this, 'Key', {
      alias: tableKeyAlias(name),
      description: `Table ${name}`,
      protection,
    }).key;
  }
}

function assertTable(scope: Scoped, props: DynamoTableProps): void {
  const { name, partitionKey, sortKey, replicaRegions = [], replicas = [] } = props;
  assertName(scope, 'name', name, 'dynamoTable');
  assertCopies(scope, replicaRegions, replicas);
  if (sortKey?.name !== partitionKey.name) return;
  throw new PlatformError(
    scope,
    `sortKey is '${sortKey.name}', as is partitionKey`,
    'sort by another attribute, or leave it out',
  );
}

/**
 * The alias, without `alias/`, of the key of a table and of its copies. An alias has 256 characters, `alias/` among them,
 * and no dot.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
 */
export function tableKeyAlias(name: string): string {
  if (Token.isUnresolved(name)) return `dynamodb/${name}`;
  const allowed = name.slice(0, 230).replaceAll('.', '_');
  return `dynamodb/${allowed === name ? name : `${allowed}-${shortHash(name)}`}`;
}
