import { load } from 'js-yaml';
import { AlertRouting, type AlertRoutingProps } from '../../../lib/k8s';
import { only, synthChart } from '../../support/synth-charts';

const arn = (team: string) => `arn:aws:sns:eu-west-1:111122223333:${team}`;
const props: AlertRoutingProps = {
  name: 'alertmanager-config',
  namespace: 'monitoring',
  labels: { 'app.kubernetes.io/name': 'alertmanager' },
  region: 'eu-west-1',
  fallback: 'platform',
  receivers: ['commerce', 'platform'].map((team) => ({ team, topicArn: arn(team) })),
  inhibitions: [{ service: 'stock', dependants: ['orders', 'shop'] }],
};
const build = (change: Partial<AlertRoutingProps> = {}) =>
  only(
    synthChart((chart) => {
      new AlertRouting(chart, 'Alerts', { ...props, ...change });
    }),
    'Secret',
  );

test('each team hears of its own, and a page silences the tickets of those that need the service', () => {
  const data = build()['stringData'] as Readonly<Record<string, string>>;

  expect(load(data['alertmanager.yaml'] ?? '')).toMatchObject({
    route: {
      receiver: 'platform',
      routes: [
        { matchers: ['team="commerce"'], receiver: 'commerce' },
        { matchers: ['team="platform"'], receiver: 'platform' },
      ],
    },
    receivers: [
      {
        name: 'commerce',
        sns_configs: [{ topic_arn: arn('commerce'), sigv4: { region: 'eu-west-1' } }],
      },
      { name: 'platform' },
    ],
    inhibit_rules: [
      { equal: ['service', 'slo'] },
      {
        source_matchers: ['severity="page"', 'service="stock"'],
        target_matchers: ['severity="ticket"', 'service=~"orders|shop"'],
      },
    ],
  });
});

test.each([
  [{ fallback: 'nobody' }, "fallback is 'nobody', which is no team of receivers"],
  [{ receivers: [...props.receivers, ...props.receivers] }, 'receivers has commerce twice'],
  [{ inhibitions: [{ service: 'a"b', dependants: [] }] }, 'inhibitions'],
])('refuses %j', (change, problem) => {
  expect(() => build(change)).toThrow(problem);
});
