import { excerptOf, withBlocks } from '../../../../scripts/verify/emulator/excerpt';

const STACK = {
  terraform: { required_version: '>= 1.11.0' },
  output: { arn: { value: '${aws_sns_topic.alarms.arn}' } },
  data: {
    aws_region: { here: {} },
    aws_caller_identity: { me: {} },
  },
  resource: {
    aws_dynamodb_table: { carts: { kms: '${aws_kms_key.carts.arn}' }, other: {} },
    aws_kms_key: { carts: { policy: '${data.aws_region.here.name}' }, other: {} },
    aws_sns_topic: { alarms: {} },
  },
};

test('takes what is wanted with everything it needs, and nothing else', () => {
  const wanted = (type: string, name: string): boolean =>
    type === 'aws_dynamodb_table' && name === 'carts';

  expect(excerptOf(STACK, wanted)).toEqual({
    terraform: { required_version: '>= 1.11.0' },
    data: { aws_region: { here: {} } },
    resource: {
      aws_dynamodb_table: { carts: { kms: '${aws_kms_key.carts.arn}' } },
      aws_kms_key: { carts: { policy: '${data.aws_region.here.name}' } },
    },
  });
});

test('leaves a kind of block out where nothing of it is taken', () => {
  expect(excerptOf(STACK, (type) => type === 'aws_sns_topic')).toEqual({
    terraform: { required_version: '>= 1.11.0' },
    resource: { aws_sns_topic: { alarms: {} } },
  });
});

test('ends with resources that need each other', () => {
  const circle = {
    resource: {
      aws_a: { one: { of: '${aws_b.two.id}' } },
      aws_b: { two: { of: '${aws_a.one.id}' } },
    },
  };

  expect(excerptOf(circle, (type) => type === 'aws_a')).toEqual(circle);
});

test('gives a stack other blocks and no outputs', () => {
  expect(withBlocks(STACK, { resource: { aws_vpc: { main: {} } }, data: {} })).toEqual({
    terraform: { required_version: '>= 1.11.0' },
    resource: { aws_vpc: { main: {} } },
  });
});
