import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { kafkaArn } from '../../../lib/aws/msk/kafka-arn';
import { synthOne } from '../one-stack';

const clusterArn = 'arn:aws:kafka:eu-west-1:111122223333:cluster/shop/1';

test.each(['topic', 'group', 'transactional-id'] as const)(
  'a %s stands below its cluster',
  (type) => {
    expect(kafkaArn(clusterArn, type, 'order-placed')).toBe(
      `arn:aws:kafka:eu-west-1:111122223333:${type}/shop/1/order-placed`,
    );
  },
);

test('the ARN of a cluster that is yet to be made is replaced in by Terraform', () => {
  const stack = synthOne((scope) => {
    const { arn } = new SnsTopic(scope, 'Any', {});
    new SnsTopic(scope, 'Named', { displayName: kafkaArn(arn, 'topic', '*') });
  });

  expect(stack.resource?.['aws_sns_topic']?.['Named']).toMatchObject({
    display_name: '${replace(aws_sns_topic.Any.arn, ":cluster/", ":topic/")}/*',
  });
});

test('fails if the ARN is not of a cluster', () => {
  expect(() => kafkaArn('arn:aws:kafka:eu-west-1:111122223333:topic/a', 'topic', 'a')).toThrow(
    "clusterArn is 'arn:aws:kafka:eu-west-1:111122223333:topic/a', not the ARN of an MSK cluster; pass one like 'arn:aws:kafka:eu-west-1:111122223333:cluster/shop/...'",
  );
});
