import { Construct } from 'constructs';
import { register, storeId } from './declaration';
import type { ServiceScope } from './operation';
import type { Placement } from './placement';
import type { StoreCriticality } from './store';

/** What is known of a bucket. */
export interface ObjectBucketProps {
  /**
   * Where the bucket lives when an environment has more than one region. With `primary` objects are written in one region
   * and copied to those that read, with `activeActive` every region writes and its objects are copied to all others: copies
   * follow within minutes, and of one object written in two regions at the same time the later version is the current one.
   *
   * @default - undeclared: an error in an environment of more than one region
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
   */
  readonly placement?: Placement;
  /**
   * Whether the service can answer without it.
   *
   * @default 'required'
   */
  readonly criticality?: StoreCriticality;
}

/**
 * A bucket of objects of one service.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html for what of it is copied between regions
 * @example
 * new ObjectBucket(products, 'images', { placement: primary('eu-west-1', { readers: 'everywhere' }) });
 */
export class ObjectBucket extends Construct {
  /** Class of this entity. */
  public readonly kind = 'ObjectBucket';
  /** Published name of the bucket. */
  public readonly name: string;
  /** The one service that owns it. */
  public readonly owner: ServiceScope;
  /** Where the bucket lives. */
  public readonly placement?: Placement;
  /** Whether the service can answer without it. */
  public readonly criticality: StoreCriticality;

  public constructor(scope: ServiceScope, name: string, props: ObjectBucketProps = {}) {
    super(scope, storeId(scope, 'ObjectBucket', name));
    this.name = name;
    this.owner = scope;
    if (props.placement) this.placement = props.placement;
    this.criticality = props.criticality ?? 'required';
    register(this);
  }
}
