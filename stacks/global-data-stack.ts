import { TerraformStack, type TerraformElement, type TerraformProvider } from 'cdktf';
import type { Construct, Node } from 'constructs';
import { AuroraGlobal, EncryptionKey, tableKeyAlias, useProvider } from '../lib/aws';
import {
  storeKey,
  type EnvironmentPlan,
  type GlobalDataPlan,
  type PostgresPlan,
  type TablePlan,
} from '../lib/plan';
import { addGlobalBucket } from './global-buckets';
import { addTable, POSTGRES_VERSION } from './service-stores';
import { alarmActions, backupTags } from './shared-values';
import { regionalProviders, setUpStack, type StackSettings } from './stack-setup';
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

/** Gives the provider of a region; nothing for that of the stack. */
type ProviderOf = (region: string) => TerraformProvider | undefined;

/** What of a service's data spans regions: tables that all write, databases that one writes, buckets that are copied. */
export class GlobalDataStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: GlobalDataStackProps) {
    super(scope, id);
    const { plan, data, settings } = props;
    const { home, writer = home, team, service } = data;
    const own: StackSettings = { ...settings, region: home, team, service };
    setUpStack(this, own);
    const providerOf = regionalProviders(this, own);
    for (const database of data.databases) this.addDatabase(plan, database, providerOf(writer));
    for (const table of data.tables) this.addGlobalTable(plan, data, table, providerOf);
    for (const bucket of data.buckets) addGlobalBucket(this, bucket, { plan, team, providerOf });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }

  private addDatabase(
    { protection }: EnvironmentPlan,
    database: PostgresPlan,
    provider: TerraformProvider | undefined,
  ): void {
    const { globalCluster } = new AuroraGlobal(this, storeKey(database), {
      identifier: database.globalIdentifier,
      engineVersion: POSTGRES_VERSION,
      databaseName: database.database,
      protection,
    });
    globalCluster.provider = provider;
  }

  /** A table of its home, and copies that are each encrypted with a key of their region. */
  private addGlobalTable(
    plan: EnvironmentPlan,
    { home, team }: GlobalDataPlan,
    table: TablePlan,
    providerOf: ProviderOf,
  ): void {
    const [first] = plan.regions;
    if (first === undefined) return;
    const { protection } = plan;
    const replicas = table.globalRegions
      .filter((region) => region !== home)
      .map((region) => {
        const key = new EncryptionKey(this, `${region}-${storeKey(table)}`, {
          alias: tableKeyAlias(table.table),
          description: `Table ${table.table} in ${region}`,
          protection,
        });
        useProvider(key, providerOf(region));
        return { region, kmsKeyArn: key.arn };
      });
    const setting = {
      protection,
      tags: backupTags(first),
      alarmActionArns: alarmActions(first, team),
    };
    addTable(this, table, setting, replicas);
  }
}
