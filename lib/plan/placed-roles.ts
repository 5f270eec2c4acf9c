import type { Environment } from '../model/environment';
import type { PrimaryPlacement } from '../model/placement';
import type { Region } from '../model/regions';

/** What a store is to a region: the only one there, the one that is written for others too, or one that takes copies to read. */
export type PrimaryRole = 'regional' | 'writer' | 'reader';

/** What a store that one region writes is to a region of an environment; nothing where the region has no part of it. */
export function primaryRole(
  environment: Environment,
  region: Region,
  placement: PrimaryPlacement,
): PrimaryRole | undefined {
  if (environment.regions.length === 1) return 'regional';
  const readers = readerRegions(environment, placement);
  if (region === placement.region) return readers.length === 0 ? 'regional' : 'writer';
  return readers.includes(region) ? 'reader' : undefined;
}

/** Regions of an environment that read what is written elsewhere. */
export function readerRegions(
  environment: Environment,
  { region: writer, readers }: PrimaryPlacement,
): readonly Region[] {
  const named = readers === 'everywhere' ? environment.regions : readers;
  return environment.regions.filter((region) => region !== writer && named.includes(region));
}
