import type { AlarmPublisher } from '../../../lib/aws/sns/topic-policy';
import { renderTopicPolicy } from '../../../lib/aws/sns/topic-policy';

const arn = 'arn:aws:sns:eu-west-1:111122223333:shop';
const statements = (publishers: readonly AlarmPublisher[]): readonly object[] =>
  (
    JSON.parse(renderTopicPolicy(arn, '111122223333', publishers)) as {
      readonly Statement: readonly object[];
    }
  ).Statement;

test('without publishers nobody is let in, and nobody without TLS', () => {
  expect(statements([])).toEqual([
    {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: arn,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ]);
});

test.each(['cloudwatch', 'budgets', 'costalerts'] as const)(
  '%s publishes for the account only',
  (publisher) => {
    expect(statements([publisher])[1]).toEqual({
      Sid: `Publisher${publisher}`,
      Effect: 'Allow',
      Principal: { Service: `${publisher}.amazonaws.com` },
      Action: 'sns:Publish',
      Resource: arn,
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    });
  },
);

test.each(['backup', 'events'] as const)('%s publishes without naming a source', (publisher) => {
  expect(statements([publisher])[1]).toEqual({
    Sid: `Publisher${publisher}`,
    Effect: 'Allow',
    Principal: { Service: `${publisher}.amazonaws.com` },
    Action: 'sns:Publish',
    Resource: arn,
  });
});
