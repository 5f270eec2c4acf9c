import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import { PublishedParameters, WorkloadRole } from '../lib/aws';
import {
  parameterPrefix,
  serviceLayer,
  storeKey,
  type RegionPlan,
  type ServicePlan,
} from '../lib/plan';
import { toStatements } from './grant-statements';
import { addStore, type StoreOutputs } from './service-stores';
import {
  readClusterSecurityGroup,
  readDataSubnetIds,
  readKafkaArn,
  readVpcId,
  secretsRoleArn,
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
    const outputs = this.addStores(plan, service);
    this.addIdentity(plan, service, outputs);
    const values = [...outputs].flatMap(([key, { parameters }]) =>
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

  private addStores(plan: RegionPlan, { stores }: ServicePlan): ReadonlyMap<string, StoreOutputs> {
    const network = once(() => ({
      vpcId: readVpcId(this, plan),
      subnetIds: readDataSubnetIds(this, plan),
      clientSecurityGroupIds: { cluster: readClusterSecurityGroup(this, plan) },
    }));
    const setting = { network, protection: plan.protection };
    return new Map(stores.map((store) => [storeKey(store), addStore(this, store, setting)]));
  }

  private addIdentity(
    plan: RegionPlan,
    service: ServicePlan,
    outputs: ReadonlyMap<string, StoreOutputs>,
  ): void {
    const output = (
      kind: 'PostgresDatabase' | 'ObjectBucket',
      name: string,
    ): StoreOutputs | undefined => outputs.get(storeKey({ kind, name }));
    new WorkloadRole(this, 'Role', {
      name: service.role.name,
      clusterName: plan.cluster.name,
      namespace: service.namespace,
      serviceAccount: service.name,
      assumableBy: [secretsRoleArn(plan)],
      statements: toStatements(plan, service.grants, {
        kafkaArn: once(() => readKafkaArn(this, plan)),
        databaseResourceId: (store) => output('PostgresDatabase', store)?.databaseResourceId ?? '',
        bucketKeyArn: (store) => output('ObjectBucket', store)?.keyArn ?? '',
      }),
    });
  }
}

/** A value that is made when it is first asked for, and then kept: a stack reads only what it uses, and reads it once. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
