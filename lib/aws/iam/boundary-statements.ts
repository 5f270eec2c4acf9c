import type { EnvironmentScope } from './environment-scope';
import { namePrefix, regionalArns } from './environment-scope';
import type { PolicyStatement } from './policy-document';

const under = (service: string, actions: readonly string[]): readonly string[] =>
  actions.map((action) => `${service}:${action}`);

/** @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html#msk-iam-resources */
const KAFKA_TYPES = ['cluster', 'group', 'topic', 'transactional-id'];

/** Everything a workload of an environment can need, and nothing that administers anything. */
export function boundaryStatements(environment: EnvironmentScope): readonly PolicyStatement[] {
  return [
    ...dataStatements(environment),
    ...secretStatements(environment),
    {
      sid: 'NoAdministration',
      effect: 'Deny',
      actions: ['account:*', 'iam:*', 'organizations:*'],
      resources: ['*'],
    },
  ];
}

function dataStatements(environment: EnvironmentScope): readonly PolicyStatement[] {
  const prefix = namePrefix(environment);
  const { account } = environment;
  const arns = (service: string, ...resources: readonly string[]): readonly string[] =>
    resources.flatMap((resource) => regionalArns(environment, service, resource));
  return [
    {
      sid: 'Kafka',
      actions: under('kafka-cluster', [
        ...['AlterGroup', 'AlterTransactionalId', 'Connect', 'Describe*', 'ReadData'],
        'WriteData*',
      ]),
      resources: arns('kafka', ...KAFKA_TYPES.map((type) => `${type}/${prefix}-*`)),
    },
    {
      // The user is named after the service, the id of the database is AWS's.
      sid: 'Databases',
      actions: ['rds-db:connect'],
      resources: arns('rds-db', 'dbuser:*/*'),
    },
    {
      sid: 'Tables',
      actions: under('dynamodb', [
        ...['*Item', 'DescribeStream', 'DescribeTable', 'GetRecords', 'GetShardIterator'],
        ...['ListStreams', 'PartiQL*', 'Query', 'Scan'],
      ]),
      resources: arns('dynamodb', `table/${prefix}-*`),
    },
    {
      sid: 'Buckets',
      actions: under('s3', [
        ...['AbortMultipartUpload', 'DeleteObject*', 'GetObject*', 'ListBucket*'],
        ...['ListMultipartUploadParts', 'PutObject', 'PutObjectTagging'],
      ]),
      resources: [`arn:aws:s3:::${prefix}-*`],
      // Names of buckets are the world's: anybody may have one that begins like ours.
      conditions: { StringEquals: { 'aws:ResourceAccount': [account] } },
    },
    {
      sid: 'Caches',
      actions: ['elasticache:Connect'],
      resources: arns('elasticache', `replicationgroup:${prefix}-*`, `user:${prefix}-*`),
    },
    {
      sid: 'Roles',
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      resources: [`arn:aws:iam::${account}:role/${prefix}-*`],
    },
  ];
}

function secretStatements(environment: EnvironmentScope): readonly PolicyStatement[] {
  const { system, environment: name, account } = environment;
  const read = under('secretsmanager', ['DescribeSecret', 'GetSecretValue']);
  return [
    {
      sid: 'Parameters',
      actions: ['ssm:GetParameter*'],
      resources: regionalArns(environment, 'ssm', `parameter/${system}/${name}/*`),
    },
    {
      sid: 'Secrets',
      actions: read,
      resources: [`${system}/${name}/*`, `${namePrefix(environment)}-*`].flatMap((secret) =>
        regionalArns(environment, 'secretsmanager', `secret:${secret}`),
      ),
    },
    {
      // RDS names the secrets it manages by ids of its own, and tags them with the database.
      sid: 'MasterSecrets',
      actions: read,
      resources: regionalArns(environment, 'secretsmanager', 'secret:rds!cluster-*'),
      conditions: {
        StringLike: {
          'aws:ResourceTag/aws:rds:primaryDBClusterArn': [
            `arn:aws:rds:*:${account}:cluster:${namePrefix(environment)}-*`,
          ],
        },
      },
    },
    {
      // Keys have ids, not names: a workload uses them through the services that hold its data, never by itself.
      sid: 'Keys',
      actions: under('kms', ['Decrypt', 'DescribeKey', 'GenerateDataKey']),
      resources: regionalArns(environment, 'kms', 'key/*'),
      conditions: {
        StringLike: {
          'kms:ViaService': ['dynamodb', 's3', 'secretsmanager', 'ssm'].map(
            (service) => `${service}.*.amazonaws.com`,
          ),
        },
      },
    },
  ];
}
