import { BackupVaultPolicy } from '@cdktf/provider-aws/lib/backup-vault-policy';
import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { KmsKeyPolicy } from '@cdktf/provider-aws/lib/kms-key-policy';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import type { TerraformStack } from 'cdktf';
import type { Case } from '../../judged';

/** How a policy that is open to everyone is mended. */
export const BOUND = 'name the principals, or bound them by a condition such as aws:SourceAccount';

/** A policy that allows a principal one action. */
export function allowing(principal: unknown, condition?: object): string {
  return JSON.stringify({
    Statement: [
      { Sid: 'Any', Effect: 'Allow', Principal: principal, Action: 'a:B', Condition: condition },
    ],
  });
}
const OPEN = allowing('*');
const NAMED = allowing({ AWS: '111122223333' });

/** A type that holds the policy of a resource. */
function policyCase(type: string, build: (stack: TerraformStack, policy: string) => unknown): Case {
  return {
    type,
    fine: (stack) => build(stack, NAMED),
    breach: (stack) => build(stack, OPEN),
    says: `statement 'Any' of the policy allows everyone; ${BOUND}`,
  };
}

/** What the rule says of the policies of resources. */
export const OPEN_POLICY_CASES: readonly Case[] = [
  policyCase(
    'aws_backup_vault_policy',
    (stack, policy) => new BackupVaultPolicy(stack, 'R', { backupVaultName: 'a', policy }),
  ),
  policyCase(
    'aws_s3_bucket_policy',
    (stack, policy) => new S3BucketPolicy(stack, 'R', { bucket: 'a', policy }),
  ),
  policyCase('aws_sqs_queue', (stack, policy) => new SqsQueue(stack, 'R', { policy })),
  policyCase(
    'aws_sqs_queue_policy',
    (stack, policy) => new SqsQueuePolicy(stack, 'R', { queueUrl: 'a', policy }),
  ),
  policyCase('aws_sns_topic', (stack, policy) => new SnsTopic(stack, 'R', { policy })),
  policyCase(
    'aws_sns_topic_policy',
    (stack, policy) => new SnsTopicPolicy(stack, 'R', { arn: 'a', policy }),
  ),
  policyCase('aws_kms_key', (stack, policy) => new KmsKey(stack, 'R', { policy })),
  policyCase(
    'aws_kms_key_policy',
    (stack, policy) => new KmsKeyPolicy(stack, 'R', { keyId: 'a', policy }),
  ),
  policyCase(
    'aws_ecr_repository_policy',
    (stack, policy) => new EcrRepositoryPolicy(stack, 'R', { repository: 'a', policy }),
  ),
  policyCase(
    'aws_secretsmanager_secret_policy',
    (stack, policy) => new SecretsmanagerSecretPolicy(stack, 'R', { secretArn: 'a', policy }),
  ),
  {
    type: 'data.aws_iam_policy_document',
    fine: (stack) =>
      new DataAwsIamPolicyDocument(stack, 'R', {
        statement: [
          {
            principals: [{ type: 'AWS', identifiers: ['*'] }],
            condition: [
              { test: 'StringEquals', variable: 'aws:SourceAccount', values: ['111122223333'] },
            ],
          },
        ],
      }),
    breach: (stack) =>
      new DataAwsIamPolicyDocument(stack, 'R', {
        statement: [{ principals: [{ type: 'AWS', identifiers: ['*'] }] }],
      }),
    says: `statement '1' of the policy allows everyone; ${BOUND}`,
  },
];
