import { Construct } from 'constructs';
import { parseDuration, type DurationText } from '../core/units';
import { entityId, readCount, readQuantity, register } from './declaration';
import type { ServiceScope } from './operation';
import type { PrimaryPlacement, RegionalPlacement } from './placement';

/** What is known of a topic. */
export interface TopicProps {
  /** Number of partitions: the most consumers of one group that can work at the same time. Never changed once keyed. */
  readonly partitions: number;
  /** Field whose value decides the partition: records of one key stay in order. */
  readonly key: string;
  /**
   * How long records are kept.
   *
   * @default '7d'
   */
  readonly retention?: DurationText;
  /**
   * Where the topic lives when an environment has more than one region. With `primary` it is written in one region and
   * copied to those that read, under the same name.
   *
   * @default - undeclared: an error in an environment of more than one region
   */
  readonly placement?: RegionalPlacement | PrimaryPlacement;
}

/**
 * A stream of events, owned by the service that publishes it.
 *
 * @example
 * const placed = new Topic(orders, 'order-placed', { partitions: 30, key: 'orderId' });
 */
export class Topic extends Construct {
  /** Class of this entity. */
  public readonly kind = 'Topic';
  /** Published name of the topic. */
  public readonly name: string;
  /** The service that publishes it. */
  public readonly owner: ServiceScope;
  /** Number of partitions. */
  public readonly partitions: number;
  /** Field whose value decides the partition. */
  public readonly key: string;
  /** Milliseconds that records are kept. */
  public readonly retention: number;
  /** Where the topic lives. */
  public readonly placement?: RegionalPlacement | PrimaryPlacement;

  public constructor(scope: ServiceScope, name: string, props: TopicProps) {
    super(scope, entityId(scope, 'Topic', name));
    this.name = name;
    this.owner = scope;
    this.partitions = readCount(this, 'partitions', props.partitions, 1);
    this.key = props.key;
    this.retention = readQuantity(this, 'retention', parseDuration(props.retention ?? '7d'));
    if (props.placement) this.placement = props.placement;
    register(this);
  }
}
