import type { IDestinationRule } from '@kubernetes-models/istio/networking.istio.io/v1/DestinationRule' with {
  'resolution-mode': 'import',
};
import type { ApiObjectProps } from 'cdk8s';
import type { Scoped } from '../../core/errors';
import { goDuration } from '../support/checks';
import { objectMetadata, serviceHost, SYNC_WAVE } from '../support/metadata';
import type { OutlierDetection, ServiceRoutesProps } from './service-routes-props';

type DestinationRuleSpec = NonNullable<IDestinationRule['spec']>;
type OutlierPolicy = NonNullable<DestinationRuleSpec['trafficPolicy']>['outlierDetection'];

/** Renders what holds for every request to a service: its limits, its balance, its encryption. */
export function renderDestinationRule(scope: Scoped, props: ServiceRoutesProps): ApiObjectProps {
  const { name, namespace, connectionPool, outlierDetection } = props;
  const { maxConnections, ...http } = connectionPool;
  const spec: DestinationRuleSpec = {
    host: serviceHost(name, namespace),
    trafficPolicy: {
      loadBalancer: { simple: 'LEAST_REQUEST' },
      connectionPool: {
        tcp: { maxConnections },
        http: {
          http1MaxPendingRequests: http.http1MaxPendingRequests,
          http2MaxRequests: http.http2MaxRequests,
          maxRetries: http.maxRetries,
        },
      },
      ...(outlierDetection && { outlierDetection: renderOutliers(scope, outlierDetection) }),
      tls: { mode: 'ISTIO_MUTUAL' },
    },
  };
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: objectMetadata(props, SYNC_WAVE.policy),
    spec,
  };
}

function renderOutliers(scope: Scoped, outliers: OutlierDetection): OutlierPolicy {
  return {
    consecutive5xxErrors: outliers.consecutive5xxErrors,
    interval: goDuration(scope, 'outlierDetection.interval', outliers.interval),
    baseEjectionTime: goDuration(
      scope,
      'outlierDetection.baseEjectionTime',
      outliers.baseEjectionTime,
    ),
    maxEjectionPercent: outliers.maxEjectionPercent,
  };
}
