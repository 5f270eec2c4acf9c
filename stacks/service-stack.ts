import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import { PublishedParameters } from '../lib/aws';
import {
  parameterPrefix,
  serviceLayer,
  storeKey,
  type RegionPlan,
  type ServicePlan,
} from '../lib/plan';
import { once } from './once';
import { addServiceRoles } from './service-roles';
import { addSecrets } from './service-secrets';
import { addStore, type StoreOutputs } from './service-stores';
import {
  alarmActions,
  backupTags,
  readClusterSecurityGroup,
  readDataSubnetIds,
  readVpcId,
} from './shared-values';
import { setUpStack, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** What the stack is made of. */
export interface ServiceStackProps {
  /** The region. */
  readonly plan: RegionPlan;
  /** The service. */
  readonly service: ServicePlan;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/** The data and the identity of one service in a region: changed any day, by its own team. */
export class ServiceStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id);
    const { plan, service, settings } = props;
    setUpStack(this, { ...settings, team: service.team, service: service.name });
    const stores = this.addStores(plan, service);
    const secrets = addSecrets(this, plan, service);
    addServiceRoles(this, plan, service, { stores, secrets });
    const values = [...stores].flatMap(([key, { parameters }]) =>
      Object.entries(parameters).map(([name, value]): [string, string] => [
        `${key}-${name}`,
        value,
      ]),
    );
    if (values.length === 0) return;
    new PublishedParameters(this, 'Parameters', {
      prefix: parameterPrefix(plan, serviceLayer(service.name)),
      values: Object.fromEntries(values),
    });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }

  private addStores(
    plan: RegionPlan,
    { stores, team }: ServicePlan,
  ): ReadonlyMap<string, StoreOutputs> {
    const network = once(() => ({
      vpcId: readVpcId(this, plan),
      subnetIds: readDataSubnetIds(this, plan),
      clientSecurityGroupIds: { cluster: readClusterSecurityGroup(this, plan) },
    }));
    const setting = {
      network,
      protection: plan.protection,
      tags: backupTags(plan),
      alarmActionArns: alarmActions(plan, team),
    };
    return new Map(stores.map((store) => [storeKey(store), addStore(this, store, setting)]));
  }
}
