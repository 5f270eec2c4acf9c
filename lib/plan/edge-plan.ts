import { fitName } from '../core/names';
import type { Environment } from '../model/environment';
import type { Region } from '../model/regions';
import type { SystemIndex } from './index-of-system';
import { roleName, type Place } from './naming';

/** The way from the world to the services, all regions together. */
export interface EdgePlan {
  /** Domain of the environment: users come here. */
  readonly domain: string;
  /** Host that leads to the nearest healthy region. */
  readonly originHost: string;
  /** Host that leads to the region that stands in for the nearest. */
  readonly failoverHost: string;
  /** Path patterns of answers that may be asked for again in another region: those of reads. */
  readonly readPaths: readonly string[];
}

/** The gate of one region. */
export interface RegionEdgePlan extends Omit<EdgePlan, 'readPaths'> {
  /** Name of the load balancer. */
  readonly loadBalancer: string;
  /** Name of the target group that the cluster fills with the pods of its gateway. */
  readonly targetGroup: string;
  /** The region whose visitors come here when their own region is ill; of a single region there is none. */
  readonly standsInFor?: Region;
  /** Role of the controller that fills the target group. */
  readonly controllerRole: string;
}

/** Plans the way from the world to the services; a system that nobody outside speaks to has none. */
export function planEdge(environment: Environment, index: SystemIndex): EdgePlan | undefined {
  if (environment.edge === 'none' || index.entries.size === 0) return undefined;
  return { ...hostsOf(environment), readPaths: readPathsOf(index) };
}

/** Plans the gate of one region. */
export function planRegionEdge(
  environment: Environment,
  region: Region,
  place: Place,
  index: SystemIndex,
): RegionEdgePlan | undefined {
  if (environment.edge === 'none' || index.entries.size === 0) return undefined;
  const { regions } = environment;
  // A ring: each region stands in for the one before it.
  const before = regions[(regions.indexOf(region) + regions.length - 1) % regions.length];
  const name = shortName(place);
  return {
    ...hostsOf(environment),
    loadBalancer: name,
    targetGroup: name,
    ...(before !== undefined && before !== region && { standsInFor: before }),
    controllerRole: roleName(place, 'load-balancers'),
  };
}

function hostsOf({ domain }: Environment) {
  return { domain, originHost: `origin.${domain}`, failoverHost: `failover.${domain}` };
}

/** A name that says system and environment, as far as they fit. */
function shortName({ system, environment }: Place): string {
  return fitName([system, environment], 'loadBalancer');
}

/**
 * Paths of reads over HTTP, with wildcards for parameters. A wildcard of CloudFront spans slashes, so a path that would
 * also catch a write is left out: only reads may be asked for again elsewhere.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
function readPathsOf({ entries }: SystemIndex): readonly string[] {
  const operations = [...entries.values()].flat();
  const paths = (wanted: boolean): readonly string[] =>
    operations
      .filter(({ method }) => READS.has(method) === wanted)
      .map(({ path }) => path.replaceAll(/\{[^}]+\}/g, WILDCARD));
  const writes = paths(false);
  return [...new Set(paths(true))]
    .filter((read) => !writes.some((write) => catches(read, write)))
    .sort();
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const WILDCARD = '*';

/** Whether a pattern catches some request to a path, in which a wildcard stands for a part without slashes. */
function catches(pattern: string, path: string): boolean {
  let places = past(pattern, [0]);
  for (const step of path) {
    const next = places.flatMap((place) => {
      if (step === WILDCARD) return throughPart(pattern, place);
      if (pattern[place] === WILDCARD) return [place];
      return pattern[place] === step ? [place + 1] : [];
    });
    places = past(pattern, next);
  }
  return places.includes(pattern.length);
}

/** Places in a pattern, each once, and those behind the wildcards that stand there: a wildcard may be nothing. */
function past(pattern: string, places: readonly number[]): readonly number[] {
  const all = new Set(places);
  for (const place of all) if (pattern[place] === WILDCARD) all.add(place + 1);
  return [...all];
}

/** The places of a pattern, from one on, up to its next slash. */
function throughPart(pattern: string, from: number): readonly number[] {
  const slash = pattern.indexOf('/', from);
  const to = slash < 0 ? pattern.length : slash;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
