import type { NameKind } from '../../core/names';
import type { EnvironmentScope } from './environment-scope';
import { namePatterns, namePrefix } from './environment-scope';

/** Services of an environment, whose things are named after them. */
export interface ServicesScope extends EnvironmentScope {
  /** Names of the services. */
  readonly services: readonly string[];
}

/** A pattern of names, and the region of what has them. */
export interface RegionalPattern {
  /** The region. */
  readonly region: string;
  /** The pattern: `shop-production-eu-west-1-order-service-*`. */
  readonly pattern: string;
}

/** Patterns of names that say whose they are: `shop-production-order-service-*`. */
export function servicePatterns(scope: ServicesScope, kind: NameKind): readonly string[] {
  return scope.services.flatMap((service) => namePatterns([namePrefix(scope), service], kind));
}

/** Patterns of names that say the region too: `shop-production-eu-west-1-order-service-*`. */
export function regionalPatterns(scope: ServicesScope, kind: NameKind): readonly RegionalPattern[] {
  return scope.services.flatMap((service) =>
    scope.regions.flatMap((region) =>
      namePatterns([namePrefix(scope), region, service], kind).map((pattern) => ({
        region,
        pattern,
      })),
    ),
  );
}

/** Both, of what is named after a store or a cluster, of whatever kind; each once. */
export function storePatterns(scope: ServicesScope): readonly string[] {
  return [
    ...new Set([
      ...servicePatterns(scope, 's3Bucket'),
      ...servicePatterns(scope, 'elastiCacheReplicationGroup'),
      ...regionalPatterns(scope, 'rdsIdentifier').map(({ pattern }) => pattern),
    ]),
  ];
}
