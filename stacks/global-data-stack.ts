import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import { AuroraGlobal } from '../lib/aws';
import { storeKey, type EnvironmentPlan, type GlobalDataPlan } from '../lib/plan';
import { addTable, POSTGRES_VERSION } from './service-stores';
import { setUpStack, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** What the stack is made of. */
export interface GlobalDataStackProps {
  /** The environment. */
  readonly plan: EnvironmentPlan;
  /** What of a service's data spans regions. */
  readonly data: GlobalDataPlan;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/** What of a service's data spans regions: tables that all write, databases that one writes. */
export class GlobalDataStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: GlobalDataStackProps) {
    super(scope, id);
    const { plan, data, settings } = props;
    setUpStack(this, { ...settings, region: data.home, team: data.team, service: data.service });
    for (const database of data.databases) {
      new AuroraGlobal(this, storeKey(database), {
        identifier: database.identifier,
        engineVersion: POSTGRES_VERSION,
        databaseName: database.database,
        protection: plan.protection,
      });
    }
    for (const table of data.tables) {
      addTable(
        this,
        table,
        plan.protection,
        table.globalRegions.filter((region) => region !== data.home),
      );
    }
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }
}
