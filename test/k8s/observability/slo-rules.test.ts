import { answersOf, answersToCallersOf, answersWithin, bucketAnnotation } from '../../../lib/k8s';
import { SloRules, type SloRulesProps } from '../../../lib/k8s';
import { only, synthChart } from '../../support/synth-charts';

const orders = { name: 'orders', namespace: 'ordering' };
const page = {
  severity: 'page',
  long: '1h',
  short: '5m',
  factor: 14.4,
  detection: '112s',
} as const;
const availability = {
  name: 'availability',
  budget: 0.001,
  period: '30d',
  indicator: answersOf(orders, 'http'),
  minFailures: 10,
  windows: [page],
};
const props: SloRulesProps = {
  ...orders,
  labels: { 'app.kubernetes.io/name': 'orders' },
  service: 'orders',
  team: 'commerce',
  runbook: 'runbooks/orders',
  objectives: [availability],
};
const build = (change: Partial<SloRulesProps> = {}) =>
  only(
    synthChart((chart) => {
      new SloRules(chart, 'Slos', { ...props, ...change });
    }),
    'PrometheusRule',
  );
const TOTAL =
  'istio_requests_total{reporter="destination",destination_workload="orders",destination_workload_namespace="ordering"}';
const FAILED = TOTAL.replace('}', ',response_code=~"5..|429"}');

test('a promise is recorded over each window and told of', () => {
  const labels = { service: 'orders', slo: 'availability' };
  const of = '{service="orders",slo="availability"}';
  const rule = (record: string, expr: string) => ({ record, expr, labels });
  const rates = (window: string) => [
    rule(
      `slo:failed:rate${window}`,
      `sum(rate(${FAILED}[${window}])) or 0 * sum(rate(${TOTAL}[${window}]))`,
    ),
    rule(`slo:total:rate${window}`, `sum(rate(${TOTAL}[${window}]))`),
  ];
  const burns = (window: string) =>
    `slo:failed:rate${window}${of} / slo:total:rate${window}${of} > 14.4 * 0.001`;

  expect(build()['spec']).toMatchObject({
    groups: [
      {
        name: 'orders.availability',
        interval: '30s',
        rules: [
          rule('slo:budget:ratio', 'vector(0.001)'),
          ...rates('5m'),
          ...rates('1h'),
          {
            alert: 'AvailabilityBudgetBurn',
            expr: `${burns('1h')}\nand ${burns('5m')}\nand slo:failed:rate1h${of} * 3600 >= 10`,
            labels: { severity: 'page', team: 'commerce', window: '1h', ...labels },
            annotations: {
              summary: 'orders uses its error budget of availability 14.4 times too fast',
              detection_time:
                'at the latest 112s after everything fails, 1h at 14.4 times the budget',
              runbook_url: 'runbooks/orders#availability',
            },
          },
        ],
      },
      { name: 'orders.measured', rules: [{ alert: 'SloNotMeasured', for: '15m' }] },
    ],
  });
});

test('four objectives of four windows are 60 recording rules, whatever they are judged by', () => {
  const windows = [
    page,
    { ...page, long: '6h', short: '30m', factor: 6 },
    { ...page, long: '1d', short: '2h', factor: 3 },
    { ...page, long: '3d', short: '6h', factor: 1 },
  ];
  const objectives = ['a', 'b', 'c', 'd'].map((name) => ({
    ...{ ...availability, name, windows },
    indicator: answersToCallersOf(orders, 'grpc'),
  }));

  expect(JSON.stringify(build({ objectives })).match(/"record"/g)).toHaveLength(60);
});

test('a long window is made of recorded rates, a caller and a slow answer are counted apart', () => {
  const windows = [{ ...page, long: '1d', short: '2h', factor: 3 }];
  const text = JSON.stringify(
    build({
      objectives: [
        {
          ...availability,
          name: 'callers',
          windows,
          indicator: answersToCallersOf(orders, 'grpc'),
        },
        { ...availability, name: 'latency', windows, indicator: answersWithin(orders, 15) },
      ],
    }),
  ).replaceAll('\\"', "'");

  expect(text).toContain("avg_over_time(slo:failed:rate5m{service='orders',slo='callers'}[1d])");
  expect(text).toContain('sum by (source_workload) (rate(istio_requests_total{');
  expect(text).toContain("grpc_response_status=~'2|4|8|12|13|14|15'");
  expect(text).toContain("le=~'15([.]0)?'");
  expect(text).toContain('orders (source_workload {{ $labels.source_workload }}) uses');
});

test.each([
  [{ objectives: [] }, 'number of objectives is 0'],
  [{ objectives: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...availability, name })) }, 'is 5'],
  [{ objectives: [availability, availability] }, 'objectives has availability twice'],
  [{ objectives: [{ ...availability, budget: 0 }] }, 'objectives[0].budget is 0'],
  [{ objectives: [{ ...availability, budget: 1 }] }, 'objectives[0].budget is 1'],
  [{ objectives: [{ ...availability, minFailures: 0 }] }, 'objectives[0].minFailures is 0'],
  [{ objectives: [{ ...availability, windows: [] }] }, 'objectives[0].windows is empty'],
  [
    { objectives: [{ ...availability, windows: [{ ...page, short: '4m' }] }] },
    'objectives[0].windows[0].short is 4m, it must be from 5m to 3d',
  ],
  [
    { objectives: [{ ...availability, windows: [{ ...page, long: '4d' }] }] },
    'objectives[0].windows[0].long is 4d, it must be from 5m to 3d',
  ],
  [
    { objectives: [{ ...availability, windows: [{ ...page, short: '1h' }] }] },
    'objectives[0].windows[0].short is 1h, it must be below long',
  ],
  [
    { objectives: [{ ...availability, budget: 0.07 }] },
    'objectives[0].windows[0].factor is 14.4: with a budget of 0.07',
  ],
])('refuses %j', (change, problem) => {
  expect(() => build(change)).toThrow(problem);
});

test('a bucket is added where none ends at the time', () => {
  expect(bucketAnnotation(25)).toStrictEqual({});
  expect(bucketAnnotation(15)['sidecar.istio.io/statsHistogramBuckets']).toContain(
    '{"istiocustom":[0.5,1,5,10,15,25,',
  );
});
