import { BrokerStorage } from '../../../lib/aws/msk/broker-storage';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, synthOne } from '../one-stack';

const clusterArn = 'arn:aws:kafka:eu-west-1:111122223333:cluster/shop/1';
const synth = (storageGiB: number): SynthesizedStack =>
  synthOne(
    (scope) => new BrokerStorage(scope, 'Storage', { name: 'shop', clusterArn, storageGiB }),
  );

test.each([
  [100, 200],
  [8192, 16_384],
  [8193, 16_384],
])('storage of %d GiB grows to %d', (storageGiB, max) => {
  expect(only(synth(storageGiB), 'aws_appautoscaling_target')).toMatchObject({
    service_namespace: 'kafka',
    scalable_dimension: 'kafka:broker-storage:VolumeSize',
    resource_id: clusterArn,
    min_capacity: 1,
    max_capacity: max,
  });
});

test('grows before it is full and never shrinks', () => {
  expect(only(synth(100), 'aws_appautoscaling_policy')).toMatchObject({
    name: 'shop-broker-storage',
    policy_type: 'TargetTrackingScaling',
    target_tracking_scaling_policy_configuration: {
      predefined_metric_specification: { predefined_metric_type: 'KafkaBrokerStorageUtilization' },
      target_value: 60,
      disable_scale_in: true,
    },
  });
});
