import { Token } from 'cdktf';
import type { BrokerLayout } from '../../../lib/aws/msk/brokers';
import { SERVER_PROPERTIES, assertBrokers } from '../../../lib/aws/msk/brokers';

const LAYOUT: BrokerLayout = {
  name: 'shop',
  subnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
  brokers: 3,
  brokerType: 'kafka.m7g.large',
  storageGiB: 100,
};
const check = (layout: Partial<BrokerLayout>) => (): void => {
  assertBrokers({ node: { path: 'Kafka' } }, { ...LAYOUT, ...layout });
};

test('loses nothing with a broker, makes no topic by itself, and reads in the own zone', () => {
  expect(SERVER_PROPERTIES.split('\n')).toEqual([
    'auto.create.topics.enable=false',
    'default.replication.factor=3',
    'min.insync.replicas=2',
    'unclean.leader.election.enable=false',
    'replica.selector.class=org.apache.kafka.common.replica.RackAwareReplicaSelector',
  ]);
});

test.each([
  {},
  { brokers: 6 },
  { subnetIds: ['a', 'b'], brokers: 4 },
  { storageGiB: 1 },
  { storageGiB: 16_384 },
  { brokers: 60 },
  { brokerType: 'kafka.m5.24xlarge' },
  { brokerType: Token.asString({ resolve: () => '${var.type}' }) },
])('%j is built', (layout) => {
  expect(check(layout)).not.toThrow();
});

test('subnets only Terraform knows take any number of brokers', () => {
  expect(check({ subnetIds: Token.asList('${var.subnets}'), brokers: 4 })).not.toThrow();
});

test.each([
  [
    { name: 'shop_staging' },
    "name 'shop_staging' is not an MSK cluster (letters, digits and hyphens, alphanumeric first); rename it within these bounds",
  ],
  [{ subnetIds: ['a'] }, 'subnetIds has 1 entries, 2 to 3 are needed; pass one subnet per zone'],
  [
    { subnetIds: ['a', 'b', 'c', 'd'], brokers: 4 },
    'subnetIds has 4 entries, 2 to 3 are needed; pass one subnet per zone',
  ],
  [
    { subnetIds: ['a', 'b'], brokers: 2 },
    'brokers is 2, a whole number of 3 to 60 is needed; pass a number in that range',
  ],
  [{ brokers: 4 }, 'brokers is 4, no multiple of 3 subnets; pass the same number for each subnet'],
  [
    { brokers: 63 },
    'brokers is 63, a whole number of 3 to 60 is needed; pass a number in that range',
  ],
  [
    { brokerType: 'kafka.t3.small' },
    "brokerType is 'kafka.t3.small', a cluster in KRaft mode has no t3 brokers; pass 'kafka.m7g.large' or larger",
  ],
  [
    { brokerType: 'kafka.large' },
    "brokerType is 'kafka.large', not a standard broker; write it like 'kafka.m7g.large'",
  ],
  [
    { storageGiB: 0 },
    'storageGiB is 0, a whole number of 1 to 16384 is needed; pass a number in that range',
  ],
  [
    { storageGiB: 16_385 },
    'storageGiB is 16385, a whole number of 1 to 16384 is needed; pass a number in that range',
  ],
  [
    { brokerType: 'express.m7g.large' },
    "brokerType is 'express.m7g.large', not a standard broker; write it like 'kafka.m7g.large'",
  ],
])('%j is refused', (layout, message) => {
  expect(check(layout)).toThrow(`[Kafka] ${message}`);
});
