import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { RegionPlan, SystemPlan } from '../lib/plan';
import { NamespaceChart } from './namespace-chart';
import { hasPlatform, PlatformChart } from './platform-chart';
import { ServiceChart } from './service-chart';
import { toYaml, yamlWriter } from './yaml';

/** How much was written. */
export interface ChartCounts {
  /** Files, one a chart. */
  readonly charts: number;
  /** Kubernetes objects in them. */
  readonly objects: number;
}

/**
 * Writes the charts of all environments to `<outdir>/<environment>/<region>/<chart>.k8s.yaml`.
 *
 * Each chart stands in an app of its own: cdk8s prepares the whole app again for every chart in it, which makes one app
 * of many charts quadratic.
 *
 * @example
 * writeCharts(planSystem(system), 'dist');
 */
export function writeCharts({ environments }: SystemPlan, outdir: string): ChartCounts {
  const write = yamlWriter();
  let charts = 0;
  let objects = 0;
  // Also where nothing is written into it: whoever reads the output finds it empty, not missing.
  mkdirSync(outdir, { recursive: true });
  for (const plan of environments.flatMap(({ regions }) => regions)) {
    const directory = join(outdir, plan.environment, plan.region);
    mkdirSync(directory, { recursive: true });
    for (const make of chartMakers(plan)) {
      const chart = make(new App({ outdir: directory }));
      const manifests: unknown[] = chart.toJson();
      writeFileSync(join(directory, `${chart.node.id}.k8s.yaml`), toYaml(manifests, write));
      charts += 1;
      objects += manifests.length;
    }
  }
  return { charts, objects };
}

type ChartMaker = (scope: Construct) => Chart;

/** The charts of a region, each made when it is its turn, so that one at a time is held in memory. */
function chartMakers(plan: RegionPlan): readonly ChartMaker[] {
  return [
    ...(hasPlatform(plan)
      ? [(scope: Construct) => new PlatformChart(scope, 'platform', { plan })]
      : []),
    ...plan.namespaces.map(
      (namespace): ChartMaker =>
        (scope) =>
          new NamespaceChart(scope, `platform-${namespace.name}`, { plan, namespace }),
    ),
    ...plan.services.map(
      (service): ChartMaker =>
        (scope) =>
          new ServiceChart(scope, service.name, { plan, service }),
    ),
  ];
}
