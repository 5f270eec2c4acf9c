import { App, Chart } from 'cdk8s';
import { addSlos } from '../../../charts/slos';
import { readSystem } from '../../../lib/model/view';
import type { System } from '../../../lib/model';
import { indexSystem } from '../../../lib/plan/index-of-system';
import { planSlos } from '../../../lib/plan/slo-plan';
import { toObject } from '../../../lib/proof/references/emitted-object';
import { ruleFiles, type RuleFile } from './rule-groups';

/** The rules of a system as if all its promises were measured over 28 days, or all over 30. */
export function rulesOver(system: System, period: '28d' | '30d'): readonly RuleFile[] {
  const index = indexSystem(readSystem(system));
  const chart = new Chart(new App(), 'rules');
  for (const service of index.view.services) {
    const { name, context, contract } = service;
    const measured = {
      ...{ name, namespace: context.name, team: context.team.name },
      ...(contract && { protocol: contract.protocol }),
      slos: planSlos(index, service, period),
    };
    addSlos(new Chart(chart, name), measured, { 'app.kubernetes.io/name': name });
  }
  const charts = chart.node.children.filter((child) => Chart.isChart(child));
  const manifests = charts.flatMap((one): unknown[] => one.toJson());
  return ruleFiles(
    manifests.flatMap((manifest) => {
      const object = toObject(`${period}/rules.yaml`, manifest);
      return object === undefined || typeof object === 'string' ? [] : [object];
    }),
  );
}
