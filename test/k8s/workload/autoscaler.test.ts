import { renderAutoscaler } from '../../../lib/k8s/workload/autoscaler';
import { service } from './props';

test('watches the processor of the application container, not of the proxy beside it', () => {
  expect(renderAutoscaler(service)).toEqual({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' },
    minReplicas: 3,
    maxReplicas: 30,
    metrics: [
      {
        type: 'ContainerResource',
        containerResource: {
          container: 'app',
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 60 },
        },
      },
    ],
  });
});
