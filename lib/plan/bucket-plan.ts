import type { Environment } from '../model/environment';
import type { ObjectBucket } from '../model/object-bucket';
import type { Region } from '../model/regions';
import { bucketName, sideRoleName, type Place } from './naming';
import { primaryRole, readerRegions, type PrimaryRole } from './placed-roles';

/** What a bucket is to its region: the only one, or one of several of which one is written, or all are. */
export type BucketRole = PrimaryRole | 'peer';

/** What copies the objects of a bucket to other regions. */
export interface BucketCopies {
  /** Name of the role that copies. */
  readonly role: string;
  /** Regions whose buckets take the copies. */
  readonly regions: readonly Region[];
}

/** A bucket in one region. */
export interface BucketPlan {
  readonly kind: 'ObjectBucket';
  /** Name in the model. */
  readonly name: string;
  /** Name of the bucket. */
  readonly bucket: string;
  /** What it is to its region. */
  readonly role: BucketRole;
  /** Regions its objects are in, this one included; none for a bucket of this region alone. */
  readonly globalRegions: readonly Region[];
  /** What copies its objects to other regions; nothing where they stay, or come from elsewhere. */
  readonly copies?: BucketCopies;
}

/** Plans a bucket in a region; nothing where its placement gives the region no part of it. */
export function planBucket(
  environment: Environment,
  region: Region,
  place: Place,
  store: ObjectBucket,
): BucketPlan | undefined {
  const role = bucketRole(environment, region, store);
  if (role === undefined) return undefined;
  const { name, owner } = store;
  const globalRegions = role === 'regional' ? [] : spannedRegions(environment, store);
  const others = globalRegions.filter((other) => other !== region);
  return {
    kind: 'ObjectBucket',
    name,
    bucket: bucketName(place, owner.name, name),
    role,
    globalRegions,
    ...((role === 'writer' || role === 'peer') && {
      copies: { role: sideRoleName(place, owner.name, `copies-${name}`), regions: others },
    }),
  };
}

/** What a bucket is to a region; nothing where the region has no part of it. */
export function bucketRole(
  environment: Environment,
  region: Region,
  { placement }: Pick<ObjectBucket, 'placement'>,
): BucketRole | undefined {
  if (placement?.kind === 'primary') return primaryRole(environment, region, placement);
  return placement?.kind === 'active-active' && environment.regions.length > 1
    ? 'peer'
    : 'regional';
}

function spannedRegions(
  environment: Environment,
  { placement }: Pick<ObjectBucket, 'placement'>,
): readonly Region[] {
  if (placement?.kind !== 'primary') return [...environment.regions];
  const readers = readerRegions(environment, placement);
  return environment.regions.filter(
    (region) => region === placement.region || readers.includes(region),
  );
}
