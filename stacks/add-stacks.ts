import type { TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { PolicyChecks } from '../lib/aws/policy';
import {
  environmentStackName,
  hasGlobal,
  registryStackName,
  serviceLayer,
  stackName,
  type EnvironmentLayer,
  type EnvironmentPlan,
  type Layer,
  type RegionPlan,
  type SystemPlan,
} from '../lib/plan';
import { ClusterStack } from './cluster-stack';
import { DnsStack } from './dns-stack';
import { EdgeStack } from './edge-stack';
import { GlobalDataStack } from './global-data-stack';
import { GlobalStack } from './global-stack';
import { HubStack } from './hub-stack';
import { IdentityStack } from './identity-stack';
import { KafkaStack } from './kafka-stack';
import { NetworkStack } from './network-stack';
import { OperationsStack } from './operations-stack';
import { RegistryStack } from './registry-stack';
import { ReplicationStack } from './replication-stack';
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
  /**
   * Day by which suppressed rules of policy are judged, as `YYYY-MM-DD`.
   *
   * @default - a suppression never ends
   */
  readonly asOf?: string;
}

/** The stacks of a region that others wait for. */
interface RegionStacks {
  /** Its layers, in order: whatever comes later waits for all of them. */
  readonly layers: readonly TerraformStack[];
  /** Its services, by name. */
  readonly services: ReadonlyMap<string, ServiceStack>;
}

/**
 * Adds the stacks of a system in all its environments to an app.
 *
 * @example
 * const app = new App();
 * addStacks(app, planSystem(system));
 * app.synth();
 */
export function addStacks(
  app: Construct,
  { system, registry, environments }: SystemPlan,
  { backend = 's3', asOf = ALWAYS }: AddStacksOptions = {},
): void {
  if (registry) new RegistryStack(app, registryStackName(system), { plan: registry, backend });
  const disposable = new Set<IConstruct>();
  for (const plan of environments) {
    const before = app.node.children.length;
    addEnvironment(app, plan, backend);
    if (plan.protection === 'disposable')
      for (const stack of app.node.children.slice(before)) disposable.add(stack);
  }
  if (app.node.children.length === 0) return;
  new PolicyChecks({
    asOf,
    protection: (stack) => (disposable.has(stack) ? 'disposable' : 'retain'),
  }).addTo(app);
}

/** Before any day that is written. */
const ALWAYS = '0001-01-01';

function addEnvironment(app: Construct, plan: EnvironmentPlan, backend: StateBackend): void {
  const [home] = plan.regions;
  if (home === undefined) return;
  const settings: StackSettings = {
    ...{ system: plan.system, environment: plan.environment, account: plan.account },
    ...{ region: home.region, stateRegion: home.region, backend },
  };
  const id = (layer: EnvironmentLayer): string => environmentStackName(plan, layer);
  const identity = new IdentityStack(app, id('identity'), { plan, settings });
  const globals = new Map(
    plan.globalData.map((data) => {
      const name = id(`global-svc-${data.service}`);
      const stack = new GlobalDataStack(app, name, { plan, data, settings });
      // What copies objects is a role within the boundary, as those of services are.
      waitFor(stack, [identity]);
      return [data.service, stack];
    }),
  );
  const regions = new Map(
    plan.regions.map((region) => [
      region.region,
      addRegion(app, region, { ...settings, region: region.region }, identity),
    ]),
  );
  for (const region of plan.regions) orderAcrossRegions(region, regions, globals);
  for (const region of plan.regions) addReplication(app, plan, region, regions, settings);
  addEdge(app, plan, regions, settings);
  if (plan.hub === undefined) return;
  const hub = new HubStack(app, id('hub'), { plan, hub: plan.hub, settings });
  for (const { layers } of regions.values()) waitFor(hub, layers);
}

function addRegion(
  app: Construct,
  plan: RegionPlan,
  settings: StackSettings,
  identity: TerraformStack,
): RegionStacks {
  const { network, cluster, kafka } = plan;
  const layers: TerraformStack[] = [];
  // Each layer reads what those before it publish.
  const addLayer = (stack: TerraformStack): void => {
    waitFor(stack, layers);
    layers.push(stack);
  };
  const id = (layer: Layer): string => stackName(plan, layer);
  if (network.kind === 'built')
    addLayer(new NetworkStack(app, id('network'), { plan, network, settings }));
  addLayer(new OperationsStack(app, id('operations'), { plan, settings }));
  if (cluster.kind === 'built')
    addLayer(new ClusterStack(app, id('cluster'), { plan, cluster, settings }));
  if (kafka?.kind === 'built')
    addLayer(new KafkaStack(app, id('kafka'), { plan, kafka, settings }));
  const services = plan.services.map((service): [string, ServiceStack] => {
    const name = id(serviceLayer(service.name));
    const stack = new ServiceStack(app, name, { plan, service, settings });
    waitFor(stack, [identity, ...layers]);
    return [service.name, stack];
  });
  return { layers, services: new Map(services) };
}

/** A database's readers come after its writer, and both after what spans them. */
function orderAcrossRegions(
  plan: RegionPlan,
  regions: ReadonlyMap<string, RegionStacks>,
  globals: ReadonlyMap<string, GlobalDataStack>,
): void {
  for (const { name, stores } of plan.services) {
    const writers = stores.flatMap((store) =>
      store.kind === 'PostgresDatabase' ? (store.writerRegion ?? []) : [],
    );
    const before = [
      globals.get(name),
      ...writers.map((region) => regions.get(region)?.services.get(name)),
    ];
    const stack = regions.get(plan.region)?.services.get(name);
    if (stack) waitFor(stack, before);
  }
}

/** What is copied from other regions waits for the clusters of both sides. */
function addReplication(
  app: Construct,
  environment: EnvironmentPlan,
  plan: RegionPlan,
  regions: ReadonlyMap<string, RegionStacks>,
  settings: StackSettings,
): void {
  if (plan.replications.length === 0) return;
  const stack = new ReplicationStack(app, stackName(plan, 'replication'), {
    plan,
    sources: new Map(environment.regions.map((source) => [source.region, source])),
    settings: { ...settings, region: plan.region },
  });
  for (const region of [plan.region, ...plan.replications.map(({ from }) => from)])
    waitFor(stack, regions.get(region)?.layers ?? []);
}

/**
 * The zone comes first, then what stands before all regions, which proves that the domain is ours, then the gate of each
 * region, whose certificates live on that proof.
 */
function addEdge(
  app: Construct,
  plan: EnvironmentPlan,
  regions: ReadonlyMap<string, RegionStacks>,
  settings: StackSettings,
): void {
  const { edge } = plan;
  if (!hasGlobal(plan)) return;
  const id = (layer: EnvironmentLayer): string => environmentStackName(plan, layer);
  const dns = edge && new DnsStack(app, id('dns'), { plan, edge, settings });
  const global = new GlobalStack(app, id('global'), { plan, settings });
  // It tells the topics of the home region.
  waitFor(global, [dns, ...(regions.get(settings.region)?.layers ?? [])]);
  for (const region of plan.regions) {
    if (region.edge === undefined) continue;
    const stack = new EdgeStack(app, stackName(region, 'edge'), {
      ...{ plan: region, edge: region.edge },
      settings: { ...settings, region: region.region },
    });
    waitFor(stack, [dns, global, ...(regions.get(region.region)?.layers ?? [])]);
  }
}

function waitFor(stack: TerraformStack, before: readonly (TerraformStack | undefined)[]): void {
  for (const earlier of before) if (earlier) stack.addDependency(earlier);
}
