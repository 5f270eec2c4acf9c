import { KafkaVersion } from '../../../lib/aws/msk/kafka-version';

test.each([
  [KafkaVersion.V3_8, '3.8.x.kraft'],
  [KafkaVersion.V3_9, '3.9.x.kraft'],
  [KafkaVersion.V4_0, '4.0.x.kraft'],
  [KafkaVersion.V4_1, '4.1.x.kraft'],
  [KafkaVersion.of('3.7.x.kraft'), '3.7.x.kraft'],
])('%j is %s', (version, text) => {
  expect(version.version).toBe(text);
});

test.each(['3.6.0', '3.9.x', 'kraft'])('refuses %s, which has ZooKeeper', (text) => {
  expect(() => KafkaVersion.of(text)).toThrow(
    `version '${text}' is not a KRaft version of MSK; write it like '3.9.x.kraft'`,
  );
});
