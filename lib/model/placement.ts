import type { Region } from './regions';

/** Each region has its own, holding its own part of the data. */
export interface RegionalPlacement {
  readonly kind: 'regional';
  /** What decides in which region a record lives, for example `customer home region`. */
  readonly partitionedBy: string;
}

/** One region writes; others may have readers. */
export interface PrimaryPlacement {
  readonly kind: 'primary';
  /** The region that writes. */
  readonly region: Region;
  /** The regions that read: all, or those named. */
  readonly readers: 'everywhere' | readonly Region[];
}

/** Every region reads and writes. */
export interface ActiveActivePlacement {
  readonly kind: 'active-active';
  /** What happens when two regions write the same record. */
  readonly conflict: 'last-writer-wins';
}

/** Where a store or topic lives in an environment of more than one region. */
export type Placement = RegionalPlacement | PrimaryPlacement | ActiveActivePlacement;

/** Each region has its own, holding its own part of the data. */
export function regional(options: { readonly partitionedBy: string }): RegionalPlacement {
  return { kind: 'regional', partitionedBy: options.partitionedBy };
}

/**
 * One region writes; others may have readers.
 *
 * @param region the region that writes
 * @param options which regions read; by default none but the primary
 */
export function primary(
  region: Region,
  options: { readonly readers: 'everywhere' | readonly Region[] } = { readers: [] },
): PrimaryPlacement {
  return { kind: 'primary', region, readers: options.readers };
}

/** Every region reads and writes. */
export function activeActive(options: {
  readonly conflict: 'last-writer-wins';
}): ActiveActivePlacement {
  return { kind: 'active-active', conflict: options.conflict };
}
