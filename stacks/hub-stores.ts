import type { Construct } from 'constructs';
import {
  LogStore,
  logReadStatements,
  logWriteStatements,
  metricsReadStatements,
  MetricsWorkspace,
  metricsWriteStatements,
  OpenSearchVersion,
  PublishedParameters,
  type PolicyStatement,
} from '../lib/aws';
import {
  environmentParameterPrefix,
  roleArn,
  type EnvironmentPlan,
  type HubPlan,
  type RegionPlan,
} from '../lib/plan';
import {
  alarmActions,
  readClusterSecurityGroup,
  readPrivateSubnetIds,
  readVpcId,
} from './shared-values';

/** Days that metrics are kept: what was usual a year ago can be seen. */
const METRIC_DAYS = 400;
/** Days that the stores' own logs are kept. */
const LOG_RETENTION_DAYS = 90;
/** A node of the log store in each zone. */
const LOG_NODES = { nodes: 3, nodeType: 'r7g.large.search', storageGiB: 200 };

/** What may be done with what is kept for long. */
export interface LongTermStores {
  /** Reading all of it. */
  readonly readStatements: readonly PolicyStatement[];
  /** Writing metrics. */
  readonly writeMetrics: readonly PolicyStatement[];
  /** Writing traces and logs. */
  readonly writeTelemetry: readonly PolicyStatement[];
}

/** Makes what an environment keeps for long: metrics beyond those of the clusters, traces and logs. */
export function addLongTermStores(
  scope: Construct,
  plan: EnvironmentPlan,
  home: RegionPlan,
  hub: Required<HubPlan>,
): LongTermStores {
  const { protection } = plan;
  const { metrics, logs } = hub.longTerm;
  const workspace = new MetricsWorkspace(scope, 'metrics', {
    name: metrics,
    protection,
    logRetentionDays: LOG_RETENTION_DAYS,
    retentionDays: METRIC_DAYS,
  });
  const arn = (name: string): string => roleArn(home, name);
  const store = new LogStore(scope, 'logs', {
    name: logs,
    version: OpenSearchVersion.V3_1,
    ...LOG_NODES,
    vpcId: readVpcId(scope, home),
    subnetIds: readPrivateSubnetIds(scope, home).slice(0, LOG_NODES.nodes),
    clientSecurityGroupIds: { cluster: readClusterSecurityGroup(scope, home) },
    clientCidrs: hub.spokes.filter(({ region }) => region !== hub.home).map(({ cidr }) => cidr),
    adminRoleArn: arn(hub.logAdmin),
    clientRoleArns: [hub.grafana, ...hub.spokes.map((spoke) => spoke.telemetryWriter)].map(arn),
    protection,
    logRetentionDays: LOG_RETENTION_DAYS,
    alarmActionArns: alarmActions(home),
  });
  new PublishedParameters(scope, 'Parameters', {
    prefix: environmentParameterPrefix(home, 'hub'),
    values: { 'metrics-endpoint': workspace.endpoint, 'logs-endpoint': store.endpoint },
  });
  return {
    readStatements: [
      ...metricsReadStatements(workspace.workspaceArn),
      ...logReadStatements(store.domainArn),
    ],
    writeMetrics: metricsWriteStatements(workspace.workspaceArn),
    writeTelemetry: logWriteStatements(store.domainArn),
  };
}
