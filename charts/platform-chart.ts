import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { RegionPlan } from '../lib/plan';
import { labelsOf } from './labels';

/** Namespace that the Topic Operator watches: it watches one, so topics of all services stand there. */
export const KAFKA_NAMESPACE = 'kafka';

/** What the chart is made of. */
export interface PlatformChartProps {
  /** The region. */
  readonly plan: RegionPlan;
}

/** What the services of a region share: the namespace of their topics. */
export class PlatformChart extends Chart {
  public constructor(scope: Construct, id: string, props: PlatformChartProps) {
    super(scope, id);
    const { plan } = props;
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
