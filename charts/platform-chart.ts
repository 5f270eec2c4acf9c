import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { AlertRouting } from '../lib/k8s';
import { PLATFORM, type RegionPlan } from '../lib/plan';
import { labelsOf } from './labels';

/** Namespace that the Topic Operator watches: it watches one, so topics of all services stand there. */
export const KAFKA_NAMESPACE = 'kafka';

/** What the chart is made of. */
export interface PlatformChartProps {
  /** The region. */
  readonly plan: RegionPlan;
}

/** Namespace that the platform team's Prometheus and Alertmanager run in. */
const MONITORING_NAMESPACE = 'monitoring';
/** Secret that `spec.configSecret` of the region's Alertmanager names. */
const ALERTMANAGER_SECRET = 'alertmanager-config';

/** Whether the services of a region share anything. */
export function hasPlatform({ kafka, services }: RegionPlan): boolean {
  return kafka !== undefined || services.some(({ slos }) => slos.length > 0);
}

/** What the services of a region share: the namespace of their topics, and who hears of which alert. */
export class PlatformChart extends Chart {
  public constructor(scope: Construct, id: string, props: PlatformChartProps) {
    super(scope, id);
    const { plan } = props;
    if (plan.kafka) this.addNamespace(plan);
    if (plan.services.some(({ slos }) => slos.length > 0)) this.addAlerts(plan);
  }

  private addAlerts(plan: RegionPlan): void {
    new AlertRouting(this, 'Alerts', {
      name: ALERTMANAGER_SECRET,
      namespace: MONITORING_NAMESPACE,
      labels: labelsOf(plan, ALERTMANAGER_SECRET),
      region: plan.region,
      fallback: PLATFORM,
      receivers: plan.operations.alarmTopics.map(({ team, arn }) => ({ team, topicArn: arn })),
      inhibitions: plan.inhibitions,
    });
  }

  private addNamespace(plan: RegionPlan): void {
    new k8s.KubeNamespace(this, 'Kafka', {
      metadata: {
        name: KAFKA_NAMESPACE,
        labels: {
          ...labelsOf(plan, KAFKA_NAMESPACE),
          'pod-security.kubernetes.io/enforce': 'restricted',
        },
        annotations: { 'argocd.argoproj.io/sync-wave': '-2' },
      },
    });
  }
}
