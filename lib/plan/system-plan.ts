import type { Environment, Protection } from '../model/environment';
import type { System } from '../model/system';
import { readSystem } from '../model/view';
import { planEdge, type EdgePlan } from './edge-plan';
import { freezeDeep } from './freeze';
import { planGlobalData, type GlobalDataPlan } from './global-data-plan';
import { planHub, type HubPlan } from './hub-plan';
import { planIdentity, type IdentityPlan } from './identity-plan';
import { indexSystem, type SystemIndex } from './index-of-system';
import { planRegion, type RegionPlan } from './region-plan';
import { planRegistry, type RegistryPlan } from './registry-plan';

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
  /** Who may change it. */
  readonly identity: IdentityPlan;
  /** The way from the world to the services; a system that nobody outside speaks to has none. */
  readonly edge?: EdgePlan;
  /** What it has once for all its regions. */
  readonly hub?: HubPlan;
  /** What teams may spend. */
  readonly budgets: readonly BudgetPlan[];
}

/** What a team may spend. */
export interface BudgetPlan {
  /** The team. */
  readonly team: string;
  /** US dollars a month. */
  readonly monthly: number;
}

/** Everything that follows from a system. */
export interface SystemPlan {
  /** Name of the system. */
  readonly system: string;
  /** Where its images are kept, when that is said. */
  readonly registry?: RegistryPlan;
  /** Its environments, by name. */
  readonly environments: readonly EnvironmentPlan[];
}

/** Plans a system in all its environments: frozen data, the same for the same declarations. */
export function planSystem(system: System): SystemPlan {
  const index = indexSystem(readSystem(system));
  const registry = planRegistry(index.view);
  return freezeDeep({
    system: system.name,
    ...(registry && { registry }),
    environments: index.view.environments.map((environment) => planEnvironment(index, environment)),
  });
}

/** Plans one environment. */
export function planEnvironment(index: SystemIndex, environment: Environment): EnvironmentPlan {
  const regions = environment.regions.map((region) => planRegion(index, environment, region));
  const { system, teams } = index.view;
  const { name, account, protection } = environment;
  const place = { system: system.name, environment: name, account };
  const edge = planEdge(environment, index);
  const hub = planHub(regions);
  return {
    ...place,
    protection,
    regions,
    globalData: planGlobalData(regions),
    identity: planIdentity(system, place, regions),
    ...(edge && { edge }),
    ...(hub && { hub }),
    budgets: teams.flatMap((team) => {
      const budget = environment.budgetOf(team);
      return budget === undefined ? [] : [{ team: team.name, monthly: budget.monthly }];
    }),
  };
}

/** Whether an environment has anything before its regions: a way in, a budget, or a record of who did what. */
export function hasGlobal({
  edge,
  budgets,
  protection,
}: Pick<EnvironmentPlan, 'edge' | 'budgets' | 'protection'>): boolean {
  return edge !== undefined || budgets.length > 0 || protection === 'retain';
}
