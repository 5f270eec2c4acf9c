/** An AWS service that uses a key on its own behalf, not on a caller's. */
export type KeyService = 'logs' | 'cloudwatch' | 'events' | 'budgets' | 'costalerts' | 'backup';

/** Where a key lives. */
export interface KeyHome {
  /** Account id. */
  readonly account: string;
  /** Region name. */
  readonly region: string;
}

const USE = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'kms:ReEncrypt*',
  'kms:DescribeKey',
];

/**
 * Renders a key policy: the account's IAM policies decide, and the services may use the key for this account only;
 * `statements` come after these.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function renderKeyPolicy(
  home: KeyHome,
  services: readonly KeyService[],
  statements: readonly object[] = [],
): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AccountDecides',
        Effect: 'Allow',
        Principal: { AWS: home.account },
        Action: 'kms:*',
        Resource: '*',
      },
      ...services.map((service) => ({
        Sid: `Service${service}`,
        Effect: 'Allow',
        Principal: {
          Service:
            service === 'logs' ? `logs.${home.region}.amazonaws.com` : `${service}.amazonaws.com`,
        },
        Action: USE,
        Resource: '*',
        Condition: conditionOf(service, home),
      })),
      ...statements,
    ],
  });
}

/** What ties a service's use of the key to the account, if the service says whom it acts for. */
function conditionOf(service: KeyService, { account, region }: KeyHome): object | undefined {
  switch (service) {
    case 'logs':
      return logGroupsOf(account, region);
    case 'backup':
      return topicsOf(account, region);
    case 'events':
      // EventBridge names no source to KMS, with a condition on one nothing arrives: what it may write to is for the
      // policies of topics and queues to say.
      // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
      return undefined;
    case 'cloudwatch':
    case 'budgets':
    case 'costalerts':
      return { StringEquals: { 'aws:SourceAccount': account } };
  }
}

/** CloudWatch Logs sends no source account, it names the log group in the encryption context instead. */
function logGroupsOf(account: string, region: string): object {
  return {
    ArnLike: {
      'kms:EncryptionContext:aws:logs:arn': `arn:*:logs:${region}:${account}:log-group:*`,
    },
  };
}

/** AWS Backup documents no source account, but SNS names the topic in the encryption context of what it publishes. */
function topicsOf(account: string, region: string): object {
  return {
    ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': `arn:*:sns:${region}:${account}:*` },
  };
}
