import { Construct } from 'constructs';
import { register, storeId } from './declaration';
import type { ServiceScope } from './operation';
import type { RegionalPlacement } from './placement';
import type { StoreCriticality } from './store';

/** What is known of a bucket. */
export interface ObjectBucketProps {
  /**
   * Where the bucket lives when an environment has more than one region.
   *
   * @default - undeclared: an error in an environment of more than one region
   */
  readonly placement?: RegionalPlacement;
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
 * @example
 * new ObjectBucket(shipping, 'labels', {});
 */
export class ObjectBucket extends Construct {
  /** Class of this entity. */
  public readonly kind = 'ObjectBucket';
  /** Published name of the bucket. */
  public readonly name: string;
  /** The one service that owns it. */
  public readonly owner: ServiceScope;
  /** Where the bucket lives. */
  public readonly placement?: RegionalPlacement;
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
