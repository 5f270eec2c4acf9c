import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import {
  KafkaCluster,
  KafkaVersion,
  PublishedParameters,
  SchemaRegistry,
  topicOperatorStatements,
  WorkloadRole,
} from '../lib/aws';
import { parameterPrefix, type BuiltKafka, type RegionPlan } from '../lib/plan';
import {
  alarmActions,
  KEYS,
  readClusterSecurityGroup,
  readDataSubnetIds,
  readVpcId,
} from './shared-values';
import { setUpStack, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** Days that broker logs are kept. */
const LOG_RETENTION_DAYS = 30;

/** Namespace and service account of the operator that makes topics. */
const TOPIC_OPERATOR = { namespace: 'kafka', serviceAccount: 'strimzi-topic-operator' } as const;

/** What the stack is made of. */
export interface KafkaStackProps {
  /** The region. */
  readonly plan: RegionPlan;
  /** The cluster to build. */
  readonly kafka: BuiltKafka;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/** The Kafka cluster of a region. */
export class KafkaStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: KafkaStackProps) {
    super(scope, id);
    const { plan, kafka, settings } = props;
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
      alarmActionArns: alarmActions(plan),
      vpcConnectivity: kafka.copied,
    });
    new WorkloadRole(this, 'TopicOperator', {
      name: kafka.operatorRole,
      clusterName: plan.cluster.name,
      ...TOPIC_OPERATOR,
      statements: topicOperatorStatements(msk.clusterArn),
    });
    new SchemaRegistry(this, 'Schemas', {
      name: kafka.schemaRegistry,
      protection: plan.protection,
    });
    new PublishedParameters(this, 'Parameters', {
      prefix: parameterPrefix(plan, 'kafka'),
      values: {
        [KEYS.kafkaArn]: msk.clusterArn,
        [KEYS.kafkaBrokers]: msk.bootstrapBrokersSaslIam,
        [KEYS.kafkaSecurityGroup]: msk.securityGroupId,
      },
    });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }
}
