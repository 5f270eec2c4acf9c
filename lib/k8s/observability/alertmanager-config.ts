/** Where a team hears of alerts. */
export interface AlertReceiver {
  /** The team: alerts whose label `team` is this come here. */
  readonly team: string;
  /** ARN of the SNS topic that is told. */
  readonly topicArn: string;
}

/** Whose page makes whose tickets superfluous. */
export interface AlertInhibition {
  /** Label `service` of the page. */
  readonly service: string;
  /** Labels `service` of the tickets. */
  readonly dependants: readonly string[];
}

/** What a configuration of Alertmanager is made of. */
export interface AlertmanagerConfigInput {
  /** AWS region of the topics. */
  readonly region: string;
  /** Whom what no team owns is told. */
  readonly fallback: string;
  /** Where each team hears of alerts. */
  readonly receivers: readonly AlertReceiver[];
  /** What is not told because something else says it. */
  readonly inhibitions: readonly AlertInhibition[];
}

/** SNS takes subjects of at most 100 characters of one line. @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const SUBJECT =
  '{{ .Status }} {{ .CommonLabels.severity }} {{ printf "%.60s" .CommonLabels.service }}';
const MESSAGE = [
  '{{ range .Alerts }}{{ .Status }}: {{ .Annotations.summary }}',
  '{{ .Annotations.description }}',
  'runbook: {{ .Annotations.runbook_url }}',
  '{{ end }}',
].join('\n');

/**
 * The configuration of Alertmanager: a route and a receiver for each team, and what silences what.
 *
 * One notification holds all objectives of a service that are broken at once: they are one incident.
 *
 * @see https://prometheus.io/docs/alerting/latest/configuration/
 */
export function alertmanagerConfig(input: AlertmanagerConfigInput): object {
  const { region, fallback, receivers, inhibitions } = input;
  return {
    route: {
      receiver: fallback,
      group_by: ['service', 'severity'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '4h',
      routes: receivers.map(({ team }) => ({
        matchers: [`team="${team}"`],
        receiver: team,
        routes: [
          {
            matchers: ['severity="ticket"'],
            receiver: team,
            group_wait: '5m',
            group_interval: '1h',
            repeat_interval: '24h',
          },
        ],
      })),
    },
    receivers: receivers.map(({ team, topicArn }) => ({
      name: team,
      sns_configs: [{ topic_arn: topicArn, sigv4: { region }, subject: SUBJECT, message: MESSAGE }],
    })),
    inhibit_rules: [
      {
        source_matchers: ['severity="page"'],
        target_matchers: ['severity="ticket"'],
        equal: ['service', 'slo'],
      },
      ...inhibitions.map(({ service, dependants }) => ({
        source_matchers: ['severity="page"', `service="${service}"`],
        target_matchers: ['severity="ticket"', `service=~"${dependants.join('|')}"`],
      })),
    ],
  };
}
