import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExternalHost, MeshNamespace } from '../lib/k8s';
import type { NamespacePlan, RegionPlan } from '../lib/plan';
import { labelsOf } from './labels';

/** What the chart is made of. */
export interface NamespaceChartProps {
  /** The region. */
  readonly plan: RegionPlan;
  /** The namespace. */
  readonly namespace: NamespacePlan;
}

/** A bounded context in a region: its namespace, closed by default, and the hosts outside the mesh that it may name. */
export class NamespaceChart extends Chart {
  public constructor(scope: Construct, id: string, props: NamespaceChartProps) {
    super(scope, id);
    const { plan, namespace } = props;
    const labels = labelsOf(plan, namespace.name, namespace.team);
    new MeshNamespace(this, 'Namespace', { name: namespace.name, labels });
    for (const { name, hosts, port, protocol, cidrs } of namespace.reaches) {
      new ExternalHost(this, hosts.join(), {
        name,
        namespace: namespace.name,
        labels,
        hosts,
        port: { number: port, name: `${protocol.toLowerCase()}-${port}`, protocol },
        ...(protocol === 'TCP' && { addresses: cidrs }),
        // Where the host is known whole, the proxy finds its address: a forged greeting leads nowhere else.
        ...(protocol === 'TLS' &&
          !hosts.some((host) => host.startsWith('*')) && { resolution: 'DNS' as const }),
      });
    }
  }
}
