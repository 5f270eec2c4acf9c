import type { BucketPlan } from './bucket-plan';
import type { RegionPlan } from './region-plan';
import type { PostgresPlan, StorePlan, TablePlan } from './store-plan';

/** What of a service's data spans regions. */
export interface GlobalDataPlan {
  /** The service that owns it. */
  readonly service: string;
  /** The team that owns the service. */
  readonly team: string;
  /** The region from which its tables are made: the first of the environment. */
  readonly home: string;
  /** The region that writes its databases, where it has some. */
  readonly writer?: string;
  /** Databases written in one region and read in others. */
  readonly databases: readonly PostgresPlan[];
  /** Tables written in all regions. */
  readonly tables: readonly TablePlan[];
  /** Buckets whose objects are copied between regions. */
  readonly buckets: readonly GlobalBucketPlan[];
}

/** A bucket whose objects are copied between regions. */
export interface GlobalBucketPlan {
  /** Name in the model. */
  readonly name: string;
  /** The bucket of each of its regions, in the order of the environment. */
  readonly parts: readonly GlobalBucketPart[];
}

/** The bucket of one region. */
export interface GlobalBucketPart {
  /** The region. */
  readonly region: string;
  /** The bucket. */
  readonly bucket: BucketPlan;
}

/** A store of a service in one of its regions. */
interface StoreInRegion {
  readonly region: string;
  readonly store: StorePlan;
}

/** Data that spans regions, by service; of tables as their home sees them. */
export function planGlobalData(regions: readonly RegionPlan[]): readonly GlobalDataPlan[] {
  const [first] = regions;
  if (first === undefined) return [];
  return first.services.flatMap(({ name: service, team }, position) => {
    const stores = regions.flatMap(({ region, services }) =>
      (services[position]?.stores ?? []).map((store): StoreInRegion => ({ region, store })),
    );
    const databases = stores.flatMap(({ region, store }) =>
      store.kind === 'PostgresDatabase' && store.role === 'writer' ? { region, store } : [],
    );
    const tables = stores.flatMap(({ region, store }) =>
      region === first.region && store.kind === 'DynamoTable' && store.globalRegions.length > 0
        ? store
        : [],
    );
    const buckets = bucketsOf(stores);
    if (databases.length + tables.length + buckets.length === 0) return [];
    const writer = databases[0]?.region;
    const data = { databases: databases.map(({ store }) => store), tables, buckets };
    return [{ service, team, home: first.region, ...(writer && { writer }), ...data }];
  });
}

function bucketsOf(stores: readonly StoreInRegion[]): readonly GlobalBucketPlan[] {
  const parts = stores.flatMap(({ region, store }): readonly GlobalBucketPart[] =>
    store.kind === 'ObjectBucket' && store.role !== 'regional' ? [{ region, bucket: store }] : [],
  );
  const names = [...new Set(parts.map(({ bucket }) => bucket.name))].sort();
  return names.map((name) => ({
    name,
    parts: parts.filter(({ bucket }) => bucket.name === name),
  }));
}
