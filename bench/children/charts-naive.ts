/** The straightforward way to write charts: one cdk8s app that holds them all. */
import { syntheticSystem } from '../synthetic';
import { argument, startMeasure, tell } from './measure';

async function main(): Promise<void> {
  const system = syntheticSystem(Number(argument(0)));
  const measure = startMeasure();
  const { ApiObject, App } = await import('cdk8s');
  const { Construct } = await import('constructs');
  const { planSystem } = await import('../../lib/plan/index.js');
  const { NamespaceChart, PlatformChart, ServiceChart } = await import('../../charts/index.js');
  const app = new App({ outdir: argument(1) });
  for (const plan of planSystem(system).environments.flatMap(({ regions }) => regions)) {
    const scope = new Construct(app, `${plan.environment}-${plan.region}`);
    new PlatformChart(scope, 'platform', { plan });
    for (const namespace of plan.namespaces)
      new NamespaceChart(scope, `platform-${namespace.name}`, { plan, namespace });
    for (const service of plan.services) new ServiceChart(scope, service.name, { plan, service });
  }
  app.synth();
  const measured = measure();
  tell(measured, app.node.findAll().filter((node) => ApiObject.isApiObject(node)).length);
}

void main();
