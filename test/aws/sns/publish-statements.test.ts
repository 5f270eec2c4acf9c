import { publishStatements } from '../../../lib/aws';

test('a topic is published to, and its key used by SNS alone', () => {
  const names = ['shop-alarms', 'shop-platform'];
  const [publish, keys] = publishStatements({
    account: '111122223333',
    region: 'eu-west-1',
    names,
  });

  expect(publish).toStrictEqual({
    sid: 'Publish',
    actions: ['sns:Publish'],
    resources: names.map((name) => `arn:aws:sns:eu-west-1:111122223333:${name}`),
  });
  expect(keys).toMatchObject({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['arn:aws:kms:eu-west-1:111122223333:key/*'],
    conditions: {
      'ForAnyValue:StringEquals': {
        'kms:ResourceAliases': ['alias/sns/shop-alarms', 'alias/sns/shop-platform'],
      },
      StringEquals: { 'kms:ViaService': ['sns.eu-west-1.amazonaws.com'] },
    },
  });
});
