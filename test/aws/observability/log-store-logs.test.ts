import { LogStoreLogs } from '../../../lib/aws/observability/log-store-logs';
import { all, only, policyOf, synthOne } from '../one-stack';

const DOMAIN = 'arn:aws:es:eu-west-1:111122223333:domain/shop';
const stack = synthOne(
  (scope) =>
    new LogStoreLogs(scope, 'Logs', {
      name: 'shop',
      domainArn: DOMAIN,
      account: '111122223333',
      kmsKeyArn: 'arn:k',
      retentionDays: 30,
    }),
);

test('each kind of log has a group, encrypted and kept as long as told', () => {
  const shared = { retention_in_days: 30, kms_key_id: 'arn:k' };

  expect(all(stack, 'aws_cloudwatch_log_group')).toEqual(
    ['application', 'audit', 'index-slow', 'search-slow'].map(
      (kind) =>
        expect.objectContaining({ ...shared, name: `/aws/opensearch/shop/${kind}` }) as object,
    ),
  );
});

test('only this domain publishes into them, by one policy', () => {
  const policy = only(stack, 'aws_cloudwatch_log_resource_policy');

  expect(policy).toMatchObject({ policy_name: 'shop-opensearch' });
  expect(policyOf(policy, 'policy_document')).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'DomainPublishes',
        Effect: 'Allow',
        Principal: { Service: 'es.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:PutLogEventsBatch'],
        Resource: Array.from(
          { length: 4 },
          () => expect.stringMatching(/^\$\{aws_cloudwatch_log_group\..+\.arn\}:\*$/) as string,
        ),
        Condition: {
          StringEquals: { 'aws:SourceAccount': '111122223333' },
          ArnLike: { 'aws:SourceArn': DOMAIN },
        },
      },
    ],
  });
});

test('publishes them as OpenSearch names them', () => {
  synthOne((scope) => {
    const { publishing } = new LogStoreLogs(scope, 'Logs', {
      name: 'shop',
      domainArn: DOMAIN,
      account: '111122223333',
      kmsKeyArn: 'arn:k',
      retentionDays: 30,
    });

    expect(publishing.map(({ logType }) => logType)).toEqual([
      'ES_APPLICATION_LOGS',
      'AUDIT_LOGS',
      'INDEX_SLOW_LOGS',
      'SEARCH_SLOW_LOGS',
    ]);
  });
});
