import { Construct } from 'constructs';
import { register, report, storeId } from './declaration';
import type { ServiceScope } from './operation';
import type { ActiveActivePlacement, RegionalPlacement } from './placement';
import type { StoreCriticality } from './store';

/** A key attribute of a table: text, number or binary. */
export interface KeyAttribute {
  /** Name of the attribute. */
  readonly name: string;
  /** Type of the attribute. */
  readonly type: 'S' | 'N' | 'B';
}

/** What is known of a DynamoDB table. */
export interface DynamoTableProps {
  /** Attribute that spreads the items. */
  readonly partitionKey: KeyAttribute;
  /**
   * Attribute that orders the items of one partition key.
   *
   * @default - none
   */
  readonly sortKey?: KeyAttribute;
  /**
   * Attribute with the second at which an item expires.
   *
   * @default - items do not expire
   */
  readonly timeToLive?: string;
  /**
   * Where the table lives when an environment has more than one region.
   *
   * @default - undeclared: an error in an environment of more than one region
   */
  readonly placement?: RegionalPlacement | ActiveActivePlacement;
  /**
   * Whether the service can answer without it.
   *
   * @default 'required'
   */
  readonly criticality?: StoreCriticality;
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MAX_KEY_NAME = 255;

/**
 * A DynamoDB table of one service.
 *
 * @example
 * new DynamoTable(carts, 'carts', { partitionKey: { name: 'cartId', type: 'S' } });
 */
export class DynamoTable extends Construct {
  /** Class of this entity. */
  public readonly kind = 'DynamoTable';
  /** Published name of the table. */
  public readonly name: string;
  /** The one service that owns it. */
  public readonly owner: ServiceScope;
  /** Attribute that spreads the items. */
  public readonly partitionKey: KeyAttribute;
  /** Attribute that orders the items of one partition key. */
  public readonly sortKey?: KeyAttribute;
  /** Attribute with the second at which an item expires. */
  public readonly timeToLive?: string;
  /** Where the table lives. */
  public readonly placement?: RegionalPlacement | ActiveActivePlacement;
  /** Whether the service can answer without it. */
  public readonly criticality: StoreCriticality;

  public constructor(scope: ServiceScope, name: string, props: DynamoTableProps) {
    super(scope, storeId(scope, 'DynamoTable', name));
    this.name = name;
    this.owner = scope;
    this.partitionKey = props.partitionKey;
    if (props.sortKey) this.sortKey = props.sortKey;
    if (props.timeToLive !== undefined) this.timeToLive = props.timeToLive;
    if (props.placement) this.placement = props.placement;
    this.criticality = props.criticality ?? 'required';
    register(this);
    this.checkKeys();
  }

  private checkKeys(): void {
    const { partitionKey, sortKey } = this;
    for (const [property, key] of Object.entries({ partitionKey, sortKey })) {
      if (key === undefined || (key.name.length > 0 && key.name.length <= MAX_KEY_NAME)) continue;
      report(
        this,
        'DCL-012',
        `${property} is named '${key.name}', a key has a name of 1 to ${MAX_KEY_NAME} characters`,
        'name the attribute',
      );
    }
    if (sortKey?.name === partitionKey.name)
      report(
        this,
        'DCL-012',
        `sortKey is '${sortKey.name}', as is partitionKey`,
        'sort by another attribute, or leave it out',
      );
  }
}
