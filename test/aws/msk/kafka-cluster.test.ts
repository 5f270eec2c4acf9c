import type { KafkaClusterProps } from '../../../lib/aws/msk/kafka-cluster';
import { KafkaCluster } from '../../../lib/aws/msk/kafka-cluster';
import { KafkaVersion } from '../../../lib/aws/msk/kafka-version';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: KafkaClusterProps = {
  name: 'shop',
  version: KafkaVersion.V3_9,
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
  brokers: 3,
  brokerType: 'kafka.m7g.large',
  storageGiB: 100,
  clientSecurityGroupIds: { cluster: 'sg-1' },
  protection: 'retain',
  logRetentionDays: 30,
};
const synth = (props: Partial<KafkaClusterProps> = {}): SynthesizedStack =>
  synthOne((scope) => new KafkaCluster(scope, 'Kafka', { ...PROPS, ...props }));
const key = expect.stringMatching(/^\$\{aws_kms_key\./) as string;

test('clients speak TLS and authenticate by IAM, and nothing else', () => {
  expect(only(synth(), 'aws_msk_cluster')).toMatchObject({
    cluster_name: 'shop',
    kafka_version: '3.9.x.kraft',
    client_authentication: { sasl: { iam: true }, unauthenticated: false },
    encryption_info: {
      encryption_at_rest_kms_key_arn: key,
      encryption_in_transit: { client_broker: 'TLS', in_cluster: true },
    },
    tags: { Name: 'shop' },
  });
});

test('brokers are spread over the subnets, and their storage is left to the autoscaling', () => {
  expect(only(synth(), 'aws_msk_cluster')).toMatchObject({
    number_of_broker_nodes: 3,
    broker_node_group_info: {
      client_subnets: ['subnet-1', 'subnet-2', 'subnet-3'],
      instance_type: 'kafka.m7g.large',
      storage_info: { ebs_storage_info: { volume_size: 100 } },
    },
    lifecycle: {
      ignore_changes: ['broker_node_group_info[0].storage_info[0].ebs_storage_info[0].volume_size'],
    },
  });
  expect(only(synth(), 'aws_appautoscaling_target')).toMatchObject({ max_capacity: 200 });
});

test('its configuration is replaced before the old one goes, under a name that says its content', () => {
  const stack = synth();

  expect(only(stack, 'aws_msk_configuration')).toMatchObject({
    name: expect.stringMatching(/^shop-[0-9a-f]{8}$/) as string,
    server_properties: expect.stringContaining('min.insync.replicas=2') as string,
    lifecycle: { create_before_destroy: true },
  });
  expect(only(stack, 'aws_msk_cluster')).toMatchObject({
    configuration_info: { revision: expect.stringMatching(/\.latest_revision\}$/) as string },
  });
});

test('clients and brokers reach the IAM port', () => {
  expect(all(synth(), 'aws_vpc_security_group_ingress_rule')).toMatchObject([
    { referenced_security_group_id: 'sg-1', from_port: 9098, to_port: 9098 },
    {
      referenced_security_group_id: expect.stringMatching(/^\$\{aws_security_group\./) as string,
      from_port: 9098,
      to_port: 9098,
    },
  ]);
});

test('brokers log to an encrypted group that forgets', () => {
  const stack = synth();

  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/msk/shop',
    retention_in_days: 30,
    kms_key_id: key,
  });
  expect(only(stack, 'aws_msk_cluster')).toMatchObject({
    logging_info: { broker_logs: { cloudwatch_logs: { enabled: true } } },
  });
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: destroy refused is %s', (protection, prevented) => {
  const stack = synth({ protection });

  expect(only(stack, 'aws_msk_cluster')).toMatchObject({
    lifecycle: { prevent_destroy: prevented },
  });
  expect(only(stack, 'aws_kms_key')).toMatchObject({ lifecycle: { prevent_destroy: prevented } });
});

test('CloudWatch measures what is free, unless told more', () => {
  expect(only(synth(), 'aws_msk_cluster')).toMatchObject({ enhanced_monitoring: 'DEFAULT' });
  expect(only(synth({ enhancedMonitoring: 'PER_BROKER' }), 'aws_msk_cluster')).toMatchObject({
    enhanced_monitoring: 'PER_BROKER',
  });
});

test.each([
  [undefined, false, 2],
  [false, false, 2],
  [true, true, 3],
])(
  'open monitoring %s: exporters listen is %s, with %d rules',
  (openMonitoring, enabled, rules) => {
    const stack = synth({ openMonitoring });

    expect(only(stack, 'aws_msk_cluster')).toMatchObject({
      open_monitoring: {
        prometheus: {
          jmx_exporter: { enabled_in_broker: enabled },
          node_exporter: { enabled_in_broker: enabled },
        },
      },
    });
    expect(all(stack, 'aws_vpc_security_group_ingress_rule')).toHaveLength(rules);
  },
);

test('nothing connects from elsewhere unless asked for', () => {
  const stack = synth();

  expect(only(stack, 'aws_msk_cluster')['broker_node_group_info']).not.toHaveProperty(
    'connectivity_info',
  );
  expect(all(stack, 'aws_msk_cluster_policy')).toEqual([]);
});

test('replicators of other regions connect by PrivateLink and IAM', () => {
  const stack = synth({ vpcConnectivity: true });

  expect(only(stack, 'aws_msk_cluster')).toMatchObject({
    broker_node_group_info: {
      connectivity_info: {
        vpc_connectivity: { client_authentication: { sasl: { iam: true } } },
      },
    },
  });
  expect(policyOf(only(stack, 'aws_msk_cluster_policy'))).toMatchObject({
    Statement: [{ Principal: { Service: 'kafka.amazonaws.com' } }],
  });
});

test('has alarms of the cluster and of each broker, which tell whom they are told to', () => {
  const topic = 'arn:aws:sns:eu-west-1:111122223333:shop';
  const alarms = all(synth({ alarmActionArns: [topic] }), 'aws_cloudwatch_metric_alarm');

  expect(alarms).toHaveLength(14);
  for (const alarm of alarms) expect(alarm).toMatchObject({ alarm_actions: [topic] });
});

test('nobody is told unless named', () => {
  for (const alarm of all(synth(), 'aws_cloudwatch_metric_alarm'))
    expect(alarm).not.toHaveProperty('alarm_actions');
});

test('refuses brokers that MSK would refuse', () => {
  expect(thrownBy((scope) => new KafkaCluster(scope, 'Kafka', { ...PROPS, brokers: 4 }))).toThrow(
    '[test/Kafka] brokers is 4, no multiple of 3 subnets; pass the same number for each subnet',
  );
});
