import { Construct } from 'constructs';
import { parseBytes, parseDuration, type BytesText, type DurationText } from '../core/units';
import { entityId, readCount, readQuantity, register, report } from './declaration';
import type { Compatibility, EventSchema } from './event-schema';
import type { ServiceScope } from './operation';
import type { PrimaryPlacement, RegionalPlacement } from './placement';

/** What is known of a topic. */
export interface TopicProps<Fields extends string = string> {
  /** Number of partitions: the most consumers of one group that can work at the same time. Never changed once keyed. */
  readonly partitions: number;
  /** Field whose value decides the partition: records of one key stay in order. */
  readonly key: NoInfer<Fields>;
  /**
   * What its records look like.
   *
   * @default - not described: nothing can be said of their fields
   */
  readonly event?: EventSchema<Fields>;
  /**
   * Which versions of the event's schema get along.
   *
   * @default - 'BACKWARD' where there is an event: consumers are released before the producer
   */
  readonly compatibility?: Compatibility;
  /**
   * Records a second at the peak of one region.
   *
   * @default - unknown: neither partitions nor storage nor traffic are compared with it
   */
  readonly peak?: number;
  /**
   * Size of a record, compressed as it is sent.
   *
   * @default - '1Ki' is assumed where `peak` is known
   */
  readonly recordSize?: BytesText;
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
 * const placed = new Topic(orders, 'order-placed', { partitions: 30, event: OrderPlaced, key: 'orderId' });
 */
export class Topic<Fields extends string = string> extends Construct {
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
  /** What its records look like, where that is described. */
  public readonly event?: EventSchema<Fields>;
  /** Which versions of the event's schema get along. */
  public readonly compatibility?: Compatibility;
  /** Records a second at the peak of one region, where declared. */
  public readonly peak?: number;
  /** Bytes of a record, where declared. */
  public readonly recordSize?: number;
  /** Milliseconds that records are kept. */
  public readonly retention: number;
  /** Where the topic lives. */
  public readonly placement?: RegionalPlacement | PrimaryPlacement;

  public constructor(scope: ServiceScope, name: string, props: TopicProps<Fields>) {
    super(scope, entityId(scope, 'Topic', name));
    this.name = name;
    this.owner = scope;
    this.partitions = readCount(this, 'partitions', props.partitions, 1);
    this.key = props.key;
    this.retention = readQuantity(this, 'retention', parseDuration(props.retention ?? '7d'));
    if (props.peak !== undefined) this.peak = readCount(this, 'peak', props.peak, 1);
    if (props.recordSize !== undefined)
      this.recordSize = readQuantity(this, 'recordSize', parseBytes(props.recordSize));
    if (props.placement) this.placement = props.placement;
    const { event, compatibility } = props;
    if (event) this.event = event;
    if (event) this.compatibility = compatibility ?? 'BACKWARD';
    register(this);
    if (event) reportUnknownFields(this, 'key', event, [props.key]);
    else if (compatibility !== undefined)
      report(
        this,
        'DCL-012',
        `compatibility is '${compatibility}', and the topic has no event`,
        'set event, or leave compatibility out',
      );
  }
}

/** Reports fields that an event does not have. */
export function reportUnknownFields(
  scope: Construct,
  what: string,
  event: EventSchema,
  named: readonly string[],
): void {
  const known = [...event.fields.keys()];
  for (const field of named) {
    if (known.includes(field)) continue;
    report(
      scope,
      'DCL-014',
      `${what} names '${field}', which is no field of ${event.name}`,
      known.length === 0 ? `add the field to ${event.name}` : `use one of ${known.join(', ')}`,
    );
  }
}
