import type { Placement } from '../../model/placement';

/** Stands where a declaration could not be read; the review says why. */
const UNREADABLE = '?';

/** A number in the words of its unit; what could not be read is a question mark. */
export function written(value: number, format: (value: number) => string): string {
  return Number.isNaN(value) ? UNREADABLE : format(value);
}

/** Fewest and most. */
export function range({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? written(min, String) : `${written(min, String)}-${written(max, String)}`;
}

/** Where a store or topic lives, in a few words. */
export function placementText(placement: Placement | undefined): string {
  switch (placement?.kind) {
    case undefined:
      return 'not declared';
    case 'regional':
      return `regional, by ${placement.partitionedBy}`;
    case 'primary':
      return `primary ${placement.region}, ${readersText(placement.readers)}`;
    case 'active-active':
      return `active-active, ${placement.conflict}`;
  }
}

function readersText(readers: 'everywhere' | readonly string[]): string {
  if (readers === 'everywhere') return 'readers everywhere';
  return readers.length === 0 ? 'no readers' : `readers ${readers.join(', ')}`;
}
