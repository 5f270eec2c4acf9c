import { UndeclaredCallers, type UndeclaredCallersProps } from '../../../lib/k8s';
import { only, synthChart } from '../../support/synth-charts';

const PROPS: UndeclaredCallersProps = {
  name: 'orders-callers',
  namespace: 'ordering',
  labels: { 'app.kubernetes.io/name': 'orders' },
  service: 'orders',
  team: 'commerce',
  runbook: 'runbooks/orders',
  declared: [
    { name: 'storefront', namespace: 'web' },
    { name: 'mobile.v2', namespace: 'web' },
    { name: 'billing', namespace: 'money' },
    { name: 'storefront', namespace: 'web' },
  ],
};

interface Spec {
  readonly groups: readonly { readonly rules: readonly { readonly expr: string }[] }[];
}

function ruleOf(changed: Partial<UndeclaredCallersProps> = {}) {
  const object = only(
    synthChart((chart) => {
      new UndeclaredCallers(chart, 'Callers', { ...PROPS, ...changed });
    }),
    'PrometheusRule',
  );
  return (object['spec'] as Spec).groups[0]?.rules[0];
}

const OWN =
  'reporter="destination",destination_workload="orders",destination_workload_namespace="ordering"';

test('declared callers are left out, those of each namespace at once, and nobody else is', () => {
  expect(ruleOf()?.expr).toBe(
    [
      `sum by (source_workload, source_workload_namespace) (rate(istio_requests_total{${OWN}}[5m])) > 0`,
      `unless sum by (source_workload, source_workload_namespace) (rate(istio_requests_total{${OWN},source_workload_namespace="money",source_workload=~"billing"}[5m]) or rate(istio_requests_total{${OWN},source_workload_namespace="web",source_workload=~"mobile[.]v2|storefront"}[5m]))`,
    ].join('\n'),
  );
});

test('of a service that nobody is declared to call, whoever calls is told of', () => {
  expect(ruleOf({ declared: [] })?.expr).toBe(
    `sum by (source_workload, source_workload_namespace) (rate(istio_requests_total{${OWN}}[5m])) > 0`,
  );
});

test('the team of the service finds it in the morning', () => {
  expect(ruleOf()).toMatchObject({
    alert: 'UndeclaredCaller',
    labels: { severity: 'ticket', service: 'orders', team: 'commerce' },
    annotations: { runbook_url: 'runbooks/orders#undeclared-caller' },
  });
});

test.each([
  [{ declared: [{ name: 'Store"front', namespace: 'web' }] }, 'declared.name'],
  [{ declared: [{ name: 'storefront', namespace: 'w.b' }] }, 'declared.namespace'],
  [{ team: 'a"b' }, "labels['team']"],
])('a name that would break the expression is refused: %j', (changed, place) => {
  expect(() => ruleOf(changed)).toThrow(place);
});
