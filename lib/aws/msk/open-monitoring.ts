import type { MskClusterOpenMonitoring } from '@cdktf/provider-aws/lib/msk-cluster';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';

/** What an `OpenMonitoringAccess` is made of. */
export interface OpenMonitoringAccessProps {
  /** Name of the cluster. */
  readonly name: string;
  /** Security group of the brokers. */
  readonly securityGroupId: string;
  /** Security groups of the clients, by a stable logical name that becomes part of the rule's address. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
}

/** The brokers' JMX exporter listens on the first port, their node exporter on the last. */
const PORTS = { fromPort: 11_001, toPort: 11_002 } as const;

/** Renders whether the brokers' exporters listen; said either way, because the provider takes silence for no change. */
export function renderOpenMonitoring(enabledInBroker: boolean): MskClusterOpenMonitoring {
  return {
    prometheus: { jmxExporter: { enabledInBroker }, nodeExporter: { enabledInBroker } },
  };
}

/**
 * Lets the clients of a Kafka cluster read its brokers' metrics.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/open-monitoring.html
 * @example
 * new OpenMonitoringAccess(this, 'Metrics', { name: 'shop', securityGroupId: 'sg-1', clientSecurityGroupIds: { cluster: 'sg-2' } });
 */
export class OpenMonitoringAccess extends Construct {
  public constructor(scope: Construct, id: string, props: OpenMonitoringAccessProps) {
    super(scope, id);
    const { name, securityGroupId, clientSecurityGroupIds } = props;
    for (const [client, referencedSecurityGroupId] of Object.entries(clientSecurityGroupIds)) {
      new VpcSecurityGroupIngressRule(this, `From-${client}`, {
        securityGroupId,
        referencedSecurityGroupId,
        ipProtocol: 'tcp',
        ...PORTS,
        description: `metrics for ${client}`,
        tags: { Name: `${name}-kafka-metrics-from-${client}` },
      });
    }
  }
}
