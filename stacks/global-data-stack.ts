import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import { AuroraGlobal } from '../lib/aws';
import { storeKey, type EnvironmentPlan, type GlobalDataPlan } from '../lib/plan';
import { addTable, POSTGRES_VERSION } from './service-stores';
import { addRegionalProvider, setUpStack, type StackSettings } from './stack-setup';
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
    const { home, writer, team, service } = data;
    const own: StackSettings = { ...settings, region: home, team, service };
    setUpStack(this, own);
    const provider =
      writer === undefined || writer === home
        ? undefined
        : addRegionalProvider(this, { ...own, region: writer });
    for (const database of data.databases) {
      const { globalCluster } = new AuroraGlobal(this, storeKey(database), {
        identifier: database.globalIdentifier,
        engineVersion: POSTGRES_VERSION,
        databaseName: database.database,
        protection: plan.protection,
      });
      globalCluster.provider = provider;
    }
    for (const table of data.tables) {
      addTable(
        this,
        table,
        plan.protection,
        table.globalRegions.filter((region) => region !== home),
      );
    }
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }
}
