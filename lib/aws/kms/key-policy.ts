/** An AWS service that uses a key on its own behalf, not on a caller's. */
export type KeyService = 'logs' | 'cloudwatch' | 'events';

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
 * Renders a key policy: the account's IAM policies decide, and the services may use the key for this account only.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function renderKeyPolicy(
  { account, region }: KeyHome,
  services: readonly KeyService[],
): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AccountDecides',
        Effect: 'Allow',
        Principal: { AWS: account },
        Action: 'kms:*',
        Resource: '*',
      },
      ...services.map((service) => ({
        Sid: `Service${service}`,
        Effect: 'Allow',
        Principal: {
          Service: service === 'logs' ? `logs.${region}.amazonaws.com` : `${service}.amazonaws.com`,
        },
        Action: USE,
        Resource: '*',
        Condition:
          service === 'logs'
            ? logGroupsOf(account, region)
            : { StringEquals: { 'aws:SourceAccount': account } },
      })),
    ],
  });
}

/** CloudWatch Logs sends no source account, it names the log group in the encryption context instead. */
function logGroupsOf(account: string, region: string): object {
  return {
    ArnLike: {
      'kms:EncryptionContext:aws:logs:arn': `arn:*:logs:${region}:${account}:log-group:*`,
    },
  };
}
