import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import { cloudWatchReadStatements, WorkloadRole, type PolicyStatement } from '../lib/aws';
import { HUB_ACCOUNTS, type EnvironmentPlan, type HubPlan } from '../lib/plan';
import { addLongTermStores } from './hub-stores';
import { HubSpoke } from './hub-spoke';
import { regionalProviders, setUpStack, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** What the stack is made of. */
export interface HubStackProps {
  /** The environment. */
  readonly plan: EnvironmentPlan;
  /** Its hub. */
  readonly hub: HubPlan;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/** What an environment has once for all its regions: the home of Argo CD and Grafana, and what is kept for long. */
export class HubStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: HubStackProps) {
    super(scope, id);
    const { plan, hub, settings } = props;
    setUpStack(this, settings);
    const providerOf = regionalProviders(this, settings);
    const [home] = plan.regions;
    if (home === undefined) return;
    const role = (account: HomeAccount, statements: readonly PolicyStatement[]): WorkloadRole =>
      new WorkloadRole(this, account, {
        name: hub[account],
        clusterName: home.cluster.name,
        ...HUB_ACCOUNTS[account],
        statements,
      });
    const deployers = { deployer: role('deployer', []), viewer: role('deployerView', []) };
    if (hub.longTerm) role('logAdmin', []);
    const stores =
      hub.longTerm && addLongTermStores(this, plan, home, { ...hub, longTerm: hub.longTerm });
    role('grafana', [...cloudWatchReadStatements(), ...(stores?.readStatements ?? [])]);
    for (const region of plan.regions) {
      const spoke = hub.spokes.find((each) => each.region === region.region);
      const provider = providerOf(region.region);
      if (spoke === undefined) continue;
      new HubSpoke(this, `spoke-${region.region}`, {
        ...{ hub, home, region, spoke, deployers },
        ...(stores && { stores }),
        ...(provider && { provider }),
      });
    }
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }
}

/** Service accounts of the home region that have a role. */
type HomeAccount = 'deployer' | 'deployerView' | 'grafana' | 'logAdmin';
