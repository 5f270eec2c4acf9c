import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { KafkaCluster, KafkaVersion, PublishedParameters } from '../lib/aws';
import { parameterPrefix, stackName, type BuiltKafka, type RegionPlan } from '../lib/plan';
import { KEYS, readClusterSecurityGroup, readDataSubnetIds, readVpcId } from './shared-values';
import { setUpStack, type StackSettings } from './stack-setup';

/** Days that broker logs are kept. */
const LOG_RETENTION_DAYS = 30;

/** The Kafka cluster of a region. */
export class KafkaStack extends TerraformStack {
  public constructor(
    scope: Construct,
    plan: RegionPlan,
    kafka: BuiltKafka,
    settings: StackSettings,
  ) {
    super(scope, stackName(plan, 'kafka'));
    setUpStack(this, settings);
    const msk = new KafkaCluster(this, 'Kafka', {
      name: kafka.name,
      version: KafkaVersion.V3_9,
      vpcId: readVpcId(this, plan),
      subnetIds: readDataSubnetIds(this, plan),
      brokers: kafka.brokers,
      brokerType: kafka.brokerType,
      storageGiB: kafka.storageGiB,
      clientSecurityGroupIds: { cluster: readClusterSecurityGroup(this, plan) },
      protection: plan.protection,
      logRetentionDays: LOG_RETENTION_DAYS,
    });
    msk.cluster.overrideLogicalId('kafka');
    msk.key.overrideLogicalId('kafka_key');
    new PublishedParameters(this, 'Parameters', {
      prefix: parameterPrefix(plan, 'kafka'),
      values: { [KEYS.kafkaArn]: msk.clusterArn, [KEYS.kafkaBrokers]: msk.bootstrapBrokersSaslIam },
    });
  }
}
