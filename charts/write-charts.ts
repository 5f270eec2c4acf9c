import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { DEFAULT_SCHEMA, dump, Type, type DumpOptions } from 'js-yaml';
import type { EnvironmentPlan, RegionPlan } from '../lib/plan';
import { NamespaceChart } from './namespace-chart';
import { PlatformChart } from './platform-chart';
import { ServiceChart } from './service-chart';

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
export function writeCharts(plans: readonly EnvironmentPlan[], outdir: string): ChartCounts {
  let charts = 0;
  let objects = 0;
  for (const plan of plans.flatMap(({ regions }) => regions)) {
    const directory = join(outdir, plan.environment, plan.region);
    mkdirSync(directory, { recursive: true });
    for (const make of chartMakers(plan)) {
      const chart = make(new App({ outdir: directory }));
      const manifests: unknown[] = chart.toJson();
      writeFileSync(join(directory, `${chart.node.id}.k8s.yaml`), toYaml(manifests));
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
    ...(plan.kafka ? [(scope: Construct) => new PlatformChart(scope, 'platform', { plan })] : []),
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

/**
 * A number as Kubernetes reads it, for whom `1_000` is one: a text that looks like it must be quoted.
 *
 * @see https://yaml.org/type/int.html
 */
const NUMBER_WITH_UNDERSCORES = new Type('!number-with-underscores', {
  kind: 'scalar',
  resolve: (text: unknown) =>
    typeof text === 'string' && /^[-+]?[\d.][\da-fox.:]*_[\da-fox_.:+-]*$/i.test(text),
});

const OPTIONS: DumpOptions = {
  lineWidth: -1,
  noRefs: true,
  schema: DEFAULT_SCHEMA.extend({ implicit: [NUMBER_WITH_UNDERSCORES] }),
};

/** What cdk8s itself would write, but for the kind of quotes, in a fraction of the time. */
export function toYaml(manifests: readonly unknown[]): string {
  return manifests.map((manifest) => dump(manifest, OPTIONS)).join('---\n');
}
