import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import { EventSchema, PublishedParameters } from '../lib/aws';
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

/** How Glue calls the modes of compatibility. */
const GLUE_MODES = {
  BACKWARD: 'BACKWARD',
  BACKWARD_TRANSITIVE: 'BACKWARD_ALL',
  FORWARD: 'FORWARD',
  FORWARD_TRANSITIVE: 'FORWARD_ALL',
  FULL: 'FULL',
  FULL_TRANSITIVE: 'FULL_ALL',
  NONE: 'NONE',
} as const;

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
    this.addSchemas(plan, service);
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

  /** The registry of the Kafka stack has them: a team registers its own, without a word of the platform's. */
  private addSchemas({ protection }: RegionPlan, { topics }: ServicePlan): void {
    for (const { name, schema } of topics) {
      if (schema === undefined) continue;
      const { registryArn, event, dataFormat, compatibility, definition } = schema;
      new EventSchema(this, `schema-${name}`, {
        ...{ registryArn, name, dataFormat, definition, protection },
        compatibility: GLUE_MODES[compatibility],
        description: event,
      });
    }
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
