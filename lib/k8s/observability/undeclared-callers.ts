import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { assertIdentity, assertLabels, assertName } from '../support/checks';
import { objectMetadata, SYNC_WAVE, type ObjectIdentity } from '../support/metadata';
import { PlainObject } from '../support/plain-object';
import type { AlertOwner, AlertRule } from './burn-alerts';
import type { MeasuredWorkload } from './istio-indicators';
import { assertPromql } from './promql';

/** What the watch over a service's callers is made of. */
export interface UndeclaredCallersProps extends ObjectIdentity {
  /** The service: its workload has the name, in the object's namespace. */
  readonly service: string;
  /** The team that is told: the value of the label `team`. */
  readonly team: string;
  /** Address or path of the service's runbook; the alert adds `#undeclared-caller`. */
  readonly runbook: string;
  /** The workloads that are declared to call it; with none, whoever calls is told of. */
  readonly declared: readonly MeasuredWorkload[];
}

const INTERVAL = '1m';
/** A rate over this needs two scrapes a minute; a caller is told of for so long after its last request. */
const WINDOW = '5m';
const BY = 'sum by (source_workload, source_workload_namespace)';

/**
 * Tells when a workload calls a service that nobody declared it to call, whether it is let in or turned away: the
 * architecture that runs is compared with the one that is written down.
 *
 * The proxy of the service counts, so a caller without a proxy is told of as `unknown`.
 *
 * @see https://istio.io/latest/docs/reference/config/metrics/#labels
 *
 * @example
 * new UndeclaredCallers(chart, 'UndeclaredCallers', {
 *   name: 'orders-callers',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/name': 'orders' },
 *   service: 'orders',
 *   team: 'commerce',
 *   runbook: 'https://handbook.example.com/runbooks/orders',
 *   declared: [{ name: 'storefront', namespace: 'web' }],
 * });
 */
export class UndeclaredCallers extends Construct {
  /** The PrometheusRule, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: UndeclaredCallersProps) {
    super(scope, id);
    const { name, namespace, labels, service, team, declared } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesName');
    assertLabels(this, { service, team });
    for (const caller of declared) {
      assertName(this, 'declared.name', caller.name, 'kubernetesName');
      assertName(this, 'declared.namespace', caller.namespace, 'kubernetesNamespace');
    }
    const rule = undeclaredCallerAlert(props);
    assertPromql(this, rule.alert, rule.expr);
    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy),
      spec: {
        groups: [{ name: `${service}.callers-declared`, interval: INTERVAL, rules: [rule] }],
      },
    });
  }
}

/** Callers of one namespace are asked for at once: a name may mean something else in another. */
function undeclaredCallerAlert(
  props: Pick<UndeclaredCallersProps, 'namespace' | 'declared'> & AlertOwner,
): AlertRule {
  const { service, namespace, team, runbook, declared } = props;
  const requests = (more = ''): string =>
    `rate(istio_requests_total{reporter="destination",destination_workload="${service}",destination_workload_namespace="${namespace}"${more}}[${WINDOW}])`;
  const namespaces = [...new Set(declared.map((caller) => caller.namespace))].sort();
  const known = namespaces.map((one) => {
    const names = declared.filter((caller) => caller.namespace === one).map(({ name }) => name);
    const pattern = [...new Set(names)].sort().join('|').replaceAll('.', '[.]');
    return requests(`,source_workload_namespace="${one}",source_workload=~"${pattern}"`);
  });
  const all = `${BY} (${requests()}) > 0`;
  return {
    alert: 'UndeclaredCaller',
    expr: known.length === 0 ? all : `${all}\nunless ${BY} (${known.join(' or ')})`,
    labels: { severity: 'ticket', service, team },
    annotations: {
      summary: `{{ $labels.source_workload }} calls ${service}, and nobody declared it`,
      description: `{{ $value | humanize }} requests a second from {{ $labels.source_workload_namespace }}/{{ $labels.source_workload }}: declare the call in the model of the system, or find out who makes it.`,
      runbook_url: `${runbook}#undeclared-caller`,
    },
  };
}
