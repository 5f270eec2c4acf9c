import { firstOfEach, statePlaysOf } from '../../../../scripts/verify/prometheus/prove-rules';
import type { Rule } from '../../../../scripts/verify/prometheus/rule-groups';
import { statePlays } from '../../../../scripts/verify/prometheus/state-plays';
import { stateTest } from '../../../../scripts/verify/prometheus/unit-test';

const LABELS = { service: 'orders', severity: 'ticket', team: 'commerce' };
const CALLERS: Rule = {
  alert: 'UndeclaredCaller',
  expr: 'sum by (source_workload) (rate(istio_requests_total{reporter="destination"}[5m])) > 0\nunless sum(rate(istio_requests_total{reporter="destination",source_workload_namespace="web",source_workload=~"app|site"}[5m]))',
  labels: LABELS,
};

test('who is declared calls all the while, a stranger for a time', () => {
  const [first, second] = statePlays(CALLERS) ?? [];
  const names = (first?.series ?? []).map(
    ({ series }) => /source_workload="(\w+)"/.exec(series)?.[1],
  );

  expect(names).toStrictEqual(['app', 'site', 'stranger']);
  expect(first?.expected.map(([, firing]) => firing)).toStrictEqual([0, 0, 1, 1, 0]);
  expect(second?.series.at(-1)?.series).toContain('source_workload_namespace="elsewhere"');
});

test('a test of rules says when it is looked at, and how many fire', () => {
  const { tests } = stateTest(CALLERS, statePlays(CALLERS) ?? [], 'rules.json');

  expect(tests[0]?.promql_expr_test[2]).toMatchObject({
    eval_time: '420s',
    exp_samples: [{ labels: '{}', value: 1 }],
  });
});

test('an alert that nobody knows how to play is named', () => {
  const group = { name: 'orders', interval: '30s', rules: [CALLERS, { ...CALLERS, alert: 'New' }] };
  const other = {
    name: 'other',
    interval: '30s',
    rules: [{ ...CALLERS, labels: { service: 'b' } }],
  };
  const { played, unknown } = statePlaysOf([{ name: 'file', groups: [group, other] }]);

  expect(unknown).toStrictEqual(['New']);
  expect(played.map(({ name }) => name)).toStrictEqual([
    'orders.UndeclaredCaller',
    'b.UndeclaredCaller',
  ]);
  expect(firstOfEach(played).map(({ name }) => name)).toStrictEqual(['orders.UndeclaredCaller']);
});
