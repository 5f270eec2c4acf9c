import type { Environment, Protection } from '../model/environment';
import type { System } from '../model/system';
import { readSystem } from '../model/view';
import { freezeDeep } from './freeze';
import { indexSystem, type SystemIndex } from './index-of-system';
import { planRegion, type RegionPlan } from './region-plan';
import type { PostgresPlan, TablePlan } from './store-plan';

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
}

/** Everything that follows from a system in one environment. */
export interface EnvironmentPlan {
  /** Name of the system. */
  readonly system: string;
  /** Name of the environment. */
  readonly environment: string;
  /** AWS account. */
  readonly account: string;
  /** Whether what is stored survives. */
  readonly protection: Protection;
  /** Regions, in declared order. */
  readonly regions: readonly RegionPlan[];
  /** Data that spans regions, by service. */
  readonly globalData: readonly GlobalDataPlan[];
}

/** Plans every environment of a system: frozen data, the same for the same declarations. */
export function planSystem(system: System): readonly EnvironmentPlan[] {
  const index = indexSystem(readSystem(system));
  return index.view.environments.map((environment) =>
    freezeDeep(planEnvironment(index, environment)),
  );
}

/** Plans one environment. */
export function planEnvironment(index: SystemIndex, environment: Environment): EnvironmentPlan {
  const regions = environment.regions.map((region) => planRegion(index, environment, region));
  return {
    system: index.view.system.name,
    environment: environment.name,
    account: environment.account,
    protection: environment.protection,
    regions,
    globalData: planGlobalData(regions),
  };
}

/** Data that spans regions, as its home sees it. */
function planGlobalData(regions: readonly RegionPlan[]): readonly GlobalDataPlan[] {
  const [first] = regions;
  if (first === undefined) return [];
  return first.services.flatMap(({ name, team, stores }, position) => {
    const databases = regions.flatMap(({ region, services }) =>
      (services[position]?.stores ?? []).flatMap((store) =>
        store.kind === 'PostgresDatabase' && store.role === 'writer' ? { region, store } : [],
      ),
    );
    const tables = stores.flatMap((store) =>
      store.kind === 'DynamoTable' && store.globalRegions.length > 0 ? store : [],
    );
    if (databases.length + tables.length === 0) return [];
    const writer = databases[0]?.region;
    const data = { databases: databases.map(({ store }) => store), tables };
    return [{ service: name, team, home: first.region, ...(writer && { writer }), ...data }];
  });
}
