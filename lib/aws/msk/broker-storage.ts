import { AppautoscalingPolicy } from '@cdktf/provider-aws/lib/appautoscaling-policy';
import { AppautoscalingTarget } from '@cdktf/provider-aws/lib/appautoscaling-target';
import { Construct } from 'constructs';
import { MAX_STORAGE_GIB } from './brokers';

/** What `BrokerStorage` is made of. */
export interface BrokerStorageProps {
  /** Name of the cluster. */
  readonly name: string;
  /** ARN of the cluster. */
  readonly clusterArn: string;
  /** Storage each broker begins with in GiB. */
  readonly storageGiB: number;
}

/** Share of the storage in use at which it grows, in percent. */
const FULL = 60;

/**
 * Storage of a Kafka cluster's brokers that grows to twice its size.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html
 * @example
 * new BrokerStorage(this, 'Storage', { name: 'shop', clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shop/1', storageGiB: 100 });
 */
export class BrokerStorage extends Construct {
  public constructor(scope: Construct, id: string, props: BrokerStorageProps) {
    super(scope, id);
    const target = new AppautoscalingTarget(this, 'Resource', {
      serviceNamespace: 'kafka',
      scalableDimension: 'kafka:broker-storage:VolumeSize',
      resourceId: props.clusterArn,
      minCapacity: 1,
      maxCapacity: Math.min(props.storageGiB * 2, MAX_STORAGE_GIB),
    });
    new AppautoscalingPolicy(this, 'Policy', {
      name: `${props.name}-broker-storage`,
      policyType: 'TargetTrackingScaling',
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: 'KafkaBrokerStorageUtilization' },
        targetValue: FULL,
        disableScaleIn: true,
      },
    });
  }
}
