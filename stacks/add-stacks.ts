import type { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import {
  serviceLayer,
  stackName,
  type EnvironmentPlan,
  type Layer,
  type RegionPlan,
} from '../lib/plan';
import { ClusterStack } from './cluster-stack';
import { GlobalDataStack } from './global-data-stack';
import { KafkaStack } from './kafka-stack';
import { NetworkStack } from './network-stack';
import { ServiceStack } from './service-stack';
import type { StackSettings, StateBackend } from './stack-setup';

/** How stacks are made. */
export interface AddStacksOptions {
  /**
   * Where the state is kept.
   *
   * @default 's3'
   */
  readonly backend?: StateBackend;
}

/** The service stacks of a region, by service. */
type ServiceStacks = ReadonlyMap<string, ServiceStack>;

/**
 * Adds the stacks of all environments to an app.
 *
 * @example
 * const app = new App();
 * addStacks(app, planSystem(system));
 * app.synth();
 */
export function addStacks(
  app: Construct,
  plans: readonly EnvironmentPlan[],
  { backend = 's3' }: AddStacksOptions = {},
): void {
  for (const plan of plans) addEnvironment(app, plan, backend);
}

function addEnvironment(app: Construct, plan: EnvironmentPlan, backend: StateBackend): void {
  const { system, environment, account } = plan;
  const stateRegion = plan.regions[0]?.region ?? '';
  const settings = { system, environment, account, region: stateRegion, stateRegion, backend };
  const globals = new Map(
    plan.globalData.map((data) => {
      const id = stackName({ ...plan, region: 'global' }, serviceLayer(data.service));
      return [data.service, new GlobalDataStack(app, id, { plan, data, settings })];
    }),
  );
  const regions = new Map(
    plan.regions.map((region) => [
      region.region,
      addRegion(app, region, { ...settings, region: region.region }),
    ]),
  );
  for (const region of plan.regions) orderAcrossRegions(region, regions, globals);
}

function addRegion(app: Construct, plan: RegionPlan, settings: StackSettings): ServiceStacks {
  const { network, cluster, kafka } = plan;
  const below: TerraformStack[] = [];
  // Each layer reads what those before it publish.
  const addLayer = (stack: TerraformStack): void => {
    for (const layer of below) stack.addDependency(layer);
    below.push(stack);
  };
  const id = (layer: Layer): string => stackName(plan, layer);
  if (network.kind === 'built')
    addLayer(new NetworkStack(app, id('network'), { plan, network, settings }));
  if (cluster.kind === 'built')
    addLayer(new ClusterStack(app, id('cluster'), { plan, cluster, settings }));
  if (kafka?.kind === 'built')
    addLayer(new KafkaStack(app, id('kafka'), { plan, kafka, settings }));
  const services = plan.services.map((service): [string, ServiceStack] => {
    const stack = new ServiceStack(app, id(serviceLayer(service.name)), {
      plan,
      service,
      settings,
    });
    for (const layer of below) stack.addDependency(layer);
    return [service.name, stack];
  });
  return new Map(services);
}

/** A database's readers come after its writer, and both after what spans them. */
function orderAcrossRegions(
  plan: RegionPlan,
  regions: ReadonlyMap<string, ServiceStacks>,
  globals: ReadonlyMap<string, GlobalDataStack>,
): void {
  for (const { name, stores } of plan.services) {
    const writers = stores.flatMap((store) =>
      store.kind === 'PostgresDatabase' ? (store.writerRegion ?? []) : [],
    );
    const before = [globals.get(name), ...writers.map((region) => regions.get(region)?.get(name))];
    for (const stack of before)
      if (stack) regions.get(plan.region)?.get(name)?.addDependency(stack);
  }
}
