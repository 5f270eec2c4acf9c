import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { PrometheusWorkspace } from '@cdktf/provider-aws/lib/prometheus-workspace';
import { PrometheusWorkspaceConfiguration } from '@cdktf/provider-aws/lib/prometheus-workspace-configuration';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertWhole } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { renderLifecycle } from '../protection';

/** What a `MetricsWorkspace` is made of. */
export interface MetricsWorkspaceProps {
  /** Name of the workspace; AWS does not ask that it be unique, its log group does. */
  readonly name: string;
  /** Whether Terraform refuses to destroy the workspace and its key; there are no backups of metrics. */
  readonly protection: Protection;
  /** Days the workspace's logs of rejected samples and failed rules are kept. */
  readonly logRetentionDays: number;
  /**
   * Days metrics are kept, 1 to 1095.
   * @default 150
   */
  readonly retentionDays?: number;
}

/** @see https://docs.aws.amazon.com/prometheus/latest/userguide/AMP_quotas.html */
const MAX_RETENTION_DAYS = 1_095;

/**
 * A workspace of Amazon Managed Service for Prometheus: the metrics of all clusters, kept longer than any cluster lives.
 *
 * @see https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-manage-ingest-query.html
 * @example
 * new MetricsWorkspace(this, 'Metrics', { name: 'shop-production', protection: 'retain', logRetentionDays: 30 });
 */
export class MetricsWorkspace extends Construct {
  /** The workspace. */
  public readonly workspace: PrometheusWorkspace;
  /** The key metrics and logs are encrypted with. */
  public readonly key: KmsKey;
  /** ARN of the workspace: what `metricsWriteStatements` and `metricsReadStatements` take. */
  public readonly workspaceArn: string;
  /** Address of the workspace, with a slash at its end; collectors write to `api/v1/remote_write` below it. */
  public readonly endpoint: string;

  public constructor(scope: Construct, id: string, props: MetricsWorkspaceProps) {
    super(scope, id);
    const { name, protection, retentionDays = 150 } = props;
    if (!/^[\w.-]{1,100}$/.test(name)) {
      throw new PlatformError(
        this,
        `name '${name}' is not a workspace (1 to 100 letters, digits and . _ -)`,
        'rename it within these bounds',
      );
    }
    assertWhole(this, 'retentionDays', retentionDays, 1, MAX_RETENTION_DAYS);

    this.key = new EncryptionKey(this, 'Key', {
      alias: `aps/${name}`,
      description: `Metrics of ${name} and the workspace's logs`,
      protection,
      services: ['logs'],
    }).key;
    this.workspace = new PrometheusWorkspace(this, 'Resource', {
      alias: name,
      kmsKeyArn: this.key.arn,
      loggingConfiguration: { logGroupArn: `${this.addLogs(name, props.logRetentionDays)}:*` },
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
    });
    new PrometheusWorkspaceConfiguration(this, 'Configuration', {
      workspaceId: this.workspace.id,
      retentionPeriodInDays: retentionDays,
    });
    this.workspaceArn = this.workspace.arn;
    this.endpoint = this.workspace.prometheusEndpoint;
  }

  /** @see https://docs.aws.amazon.com/prometheus/latest/userguide/CW-logs.html for the beginning of the name */
  private addLogs(name: string, retentionInDays: number): string {
    return new CloudwatchLogGroup(this, 'Logs', {
      name: `/aws/vendedlogs/prometheus/${name}`,
      retentionInDays,
      kmsKeyId: this.key.arn,
    }).arn;
  }
}
