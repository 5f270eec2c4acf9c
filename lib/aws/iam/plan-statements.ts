import type { EnvironmentScope } from './environment-scope';
import { namePrefix, regionalArns } from './environment-scope';
import type { PolicyStatement } from './policy-document';
import type { StateStore } from './state-statements';
import { stateObjectsArn, stateReadStatements } from './state-statements';

/** Reads that tell data, not configuration; `ReadOnlyAccess` has some of them and gets more every month. */
const DATA_READS: readonly string[] = [
  'dynamodb:BatchGetItem',
  'dynamodb:GetItem',
  'dynamodb:GetRecords',
  'dynamodb:PartiQLSelect',
  'dynamodb:Query',
  'dynamodb:Scan',
  'es:ESHttp*',
  'kafka-cluster:ReadData',
  'kinesis:GetRecords',
  'kinesis:SubscribeToShard',
  'logs:FilterLogEvents',
  'logs:GetLogEvents',
  'logs:GetLogRecord',
  'logs:GetQueryResults',
  'logs:StartLiveTail',
  'logs:StartQuery',
  'rds:DownloadCompleteDBLogFile',
  'rds:DownloadDBLogFilePortion',
  'sqs:ReceiveMessage',
];

/**
 * What planning the stacks of an environment takes beside `ReadOnlyAccess`, and what of that it must not have.
 *
 * The password of the master of a global database is read while planning, to hand it to a write-only argument: it is
 * the one secret a plan can see. Parameters that are secrets need no denial, for reading them takes `kms:Decrypt`.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html
 */
export function planStatements(
  environment: EnvironmentScope,
  state: StateStore,
): readonly PolicyStatement[] {
  const prefix = namePrefix(environment);
  // Secrets Manager adds a hyphen and six characters to the name.
  const masters = regionalArns(environment, 'secretsmanager', `secret:${prefix}-*-master-??????`);
  const deny = { effect: 'Deny', resources: ['*'] } as const;
  return [
    ...stateReadStatements(state, [`${prefix}-*`]),
    {
      sid: 'MasterPassword',
      actions: ['secretsmanager:GetRandomPassword'],
      resources: ['*'],
    },
    { sid: 'MasterSecret', actions: ['secretsmanager:GetSecretValue'], resources: masters },
    {
      sid: 'MasterKey',
      actions: ['kms:Decrypt'],
      resources: regionalArns(environment, 'kms', 'key/*'),
      conditions: { StringLike: { 'kms:EncryptionContext:SecretARN': masters } },
    },
    { ...deny, sid: 'NoData', actions: DATA_READS },
    { ...deny, sid: 'NoObjects', actions: ['s3:GetObject*'], except: [stateObjectsArn(state)] },
    {
      ...deny,
      sid: 'NoSecrets',
      actions: ['secretsmanager:BatchGetSecretValue', 'secretsmanager:GetSecretValue'],
      except: masters,
    },
  ];
}
