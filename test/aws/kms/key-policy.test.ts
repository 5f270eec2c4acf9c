import { renderKeyPolicy } from '../../../lib/aws/kms/key-policy';

const HOME = { account: '111122223333', region: 'eu-west-1' };
const USE = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'kms:ReEncrypt*',
  'kms:DescribeKey',
];

test('leaves every decision to the IAM policies of the account', () => {
  expect(JSON.parse(renderKeyPolicy(HOME, []))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AccountDecides',
        Effect: 'Allow',
        Principal: { AWS: '111122223333' },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
});

test('lets CloudWatch Logs use the key for the log groups of the account and region', () => {
  expect(JSON.parse(renderKeyPolicy(HOME, ['logs']))).toMatchObject({
    Statement: [
      { Sid: 'AccountDecides' },
      {
        Sid: 'Servicelogs',
        Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
        Action: USE,
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': 'arn:*:logs:eu-west-1:111122223333:log-group:*',
          },
        },
      },
    ],
  });
});

test.each(['cloudwatch', 'budgets', 'costalerts'] as const)(
  'lets %s use the key for the account',
  (service) => {
    expect(JSON.parse(renderKeyPolicy(HOME, [service]))).toMatchObject({
      Statement: [
        { Sid: 'AccountDecides' },
        {
          Principal: { Service: `${service}.amazonaws.com` },
          Action: USE,
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        },
      ],
    });
  },
);

test('lets AWS Backup use the key for the topics of the account and region', () => {
  expect(JSON.parse(renderKeyPolicy(HOME, ['backup']))).toMatchObject({
    Statement: [
      { Sid: 'AccountDecides' },
      {
        Principal: { Service: 'backup.amazonaws.com' },
        Action: USE,
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:sns:topicArn': 'arn:*:sns:eu-west-1:111122223333:*',
          },
        },
      },
    ],
  });
});

test('lets EventBridge use the key without a condition on its source, with which nothing would arrive', () => {
  const { Statement } = JSON.parse(renderKeyPolicy(HOME, ['events'])) as {
    readonly Statement: readonly object[];
  };

  expect(Statement[1]).toMatchObject({
    Principal: { Service: 'events.amazonaws.com' },
    Action: USE,
  });
  expect(Statement[1]).not.toHaveProperty('Condition');
});

test('adds statements of the caller as they are, after the others', () => {
  const statement = { Sid: 'Mine', Effect: 'Allow', Principal: '*', Action: 'kms:DescribeKey' };

  expect(JSON.parse(renderKeyPolicy(HOME, ['backup'], [statement]))).toMatchObject({
    Statement: [{ Sid: 'AccountDecides' }, { Sid: 'Servicebackup' }, statement],
  });
});
