import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { assertIdentity, assertLabels } from '../support/checks';
import { objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';
import { burnAlerts, unmeasuredAlert, type AlertRule } from './burn-alerts';
import { assertPromql } from './promql';
import { recordingRules, type RecordingRule } from './recording-rules';
import { assertObjectives } from './slo-rules-checks';
import type { SloRulesProps } from './slo-rules-props';

/** The part of the operator's model that this construct writes. */
interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly (RecordingRule | AlertRule)[];
}

/** A quarter of the shortest window is 75 s: a failure is looked at twice before it leaves it. */
const INTERVAL = '30s';

/**
 * The promises of a service as rules of Prometheus: what is measured is recorded, and told of when its error budget is used
 * too fast. Every expression is read before it is written.
 *
 * @see https://sre.google/workbook/alerting-on-slos/
 *
 * @example
 * new SloRules(chart, 'Slos', {
 *   name: 'orders',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/name': 'orders' },
 *   service: 'orders',
 *   team: 'commerce',
 *   runbook: 'https://handbook.example.com/runbooks/orders',
 *   objectives: [
 *     {
 *       name: 'availability',
 *       budget: 0.001,
 *       period: '30d',
 *       indicator: answersOf({ name: 'orders', namespace: 'ordering' }, 'http'),
 *       minFailures: 10,
 *       windows: [{ severity: 'page', long: '1h', short: '5m', factor: 14.4, detection: '112s' }],
 *     },
 *   ],
 * });
 */
export class SloRules extends Construct {
  /** The PrometheusRule, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: SloRulesProps) {
    super(scope, id);
    const { name, namespace, labels, service, team, objectives } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesName');
    assertLabels(this, { service, team });
    assertObjectives(this, objectives);
    const groups = [
      ...objectives.map((objective): RuleGroup => ({
        name: `${service}.${objective.name}`,
        interval: INTERVAL,
        rules: [...recordingRules(objective, service), ...burnAlerts(objective, props)],
      })),
      { name: `${service}.measured`, interval: INTERVAL, rules: [unmeasuredAlert(props)] },
    ];
    for (const group of groups)
      for (const [index, { expr }] of group.rules.entries())
        assertPromql(this, `rule ${index + 1} of ${group.name}`, expr);
    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy),
      spec: { groups },
    });
  }
}
