import { Construct } from 'constructs';
import { register, storeId } from './declaration';
import type { ServiceScope } from './operation';
import type { RegionalPlacement } from './placement';
import type { StoreCriticality } from './store';

/** What is known of a cache. */
export interface RedisCacheProps {
  /**
   * Where the cache lives when an environment has more than one region.
   *
   * @default - undeclared: an error in an environment of more than one region
   */
  readonly placement?: RegionalPlacement;
  /**
   * Whether the service can answer without it.
   *
   * @default 'optional'
   */
  readonly criticality?: StoreCriticality;
}

/**
 * A cache of one service, speaking the Redis protocol.
 *
 * @example
 * new RedisCache(catalog, 'pages', {});
 */
export class RedisCache extends Construct {
  /** Class of this entity. */
  public readonly kind = 'RedisCache';
  /** Published name of the cache. */
  public readonly name: string;
  /** The one service that owns it. */
  public readonly owner: ServiceScope;
  /** Where the cache lives. */
  public readonly placement?: RegionalPlacement;
  /** Whether the service can answer without it. */
  public readonly criticality: StoreCriticality;

  public constructor(scope: ServiceScope, name: string, props: RedisCacheProps = {}) {
    super(scope, storeId(scope, 'RedisCache', name));
    this.name = name;
    this.owner = scope;
    if (props.placement) this.placement = props.placement;
    this.criticality = props.criticality ?? 'optional';
    register(this);
  }
}
