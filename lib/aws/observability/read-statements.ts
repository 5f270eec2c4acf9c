import type { PolicyStatement } from '../iam/policy-document';

/**
 * What a collector needs to write metrics into a workspace.
 *
 * @see https://docs.aws.amazon.com/prometheus/latest/userguide/security-iam-id-based-policy-examples.html
 */
export function metricsWriteStatements(workspaceArn: string): readonly PolicyStatement[] {
  return [{ sid: 'WriteMetrics', actions: ['aps:RemoteWrite'], resources: [workspaceArn] }];
}

/** What Grafana, or an analysis of a canary, needs to query the metrics of a workspace. */
export function metricsReadStatements(workspaceArn: string): readonly PolicyStatement[] {
  return [
    {
      sid: 'ReadMetrics',
      actions: ['aps:GetLabels', 'aps:GetMetricMetadata', 'aps:GetSeries', 'aps:QueryMetrics'],
      resources: [workspaceArn],
    },
  ];
}

/**
 * What Grafana needs to query metrics of CloudWatch: of all services, because AWS defines these actions without
 * resources.
 *
 * @see https://grafana.com/docs/grafana/latest/datasources/aws-cloudwatch/
 */
export function cloudWatchReadStatements(): readonly PolicyStatement[] {
  return [
    {
      sid: 'ReadCloudWatch',
      actions: [
        'cloudwatch:GetMetricData',
        'cloudwatch:GetMetricStatistics',
        'cloudwatch:ListMetrics',
        'ec2:DescribeRegions',
        'tag:GetResources',
      ],
      resources: ['*'],
    },
  ];
}

/**
 * What a collector needs to write logs and traces into a domain; which indices it may write, the domain itself decides.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
 */
export function logWriteStatements(domainArn: string): readonly PolicyStatement[] {
  return [
    {
      sid: 'WriteLogs',
      actions: ['es:ESHttpHead', 'es:ESHttpPost', 'es:ESHttpPut'],
      resources: [`${domainArn}/*`],
    },
  ];
}

/** What Grafana needs to search a domain: a search is a POST. */
export function logReadStatements(domainArn: string): readonly PolicyStatement[] {
  return [
    {
      sid: 'ReadLogs',
      actions: ['es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpPost'],
      resources: [`${domainArn}/*`],
    },
  ];
}
