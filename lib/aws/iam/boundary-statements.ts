import type { EnvironmentScope } from './environment-scope';
import { anywhereArn, inRegions, namePrefix, regionalArns } from './environment-scope';
import type { PolicyStatement } from './policy-document';

const under = (service: string, actions: readonly string[]): readonly string[] =>
  actions.map((action) => `${service}:${action}`);

/** @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html#msk-iam-resources */
const KAFKA_TYPES = ['cluster', 'group', 'topic', 'transactional-id'];

/**
 * Everything a workload of an environment can need, and nothing that administers anything. It tells environments apart,
 * not the teams within one: whatever is named after the environment is within reach.
 */
export function boundaryStatements(environment: EnvironmentScope): readonly PolicyStatement[] {
  const states = `arn:aws:s3:::${namePrefix(environment)}-terraform-state-*`;
  return [
    ...dataStatements(environment),
    ...secretStatements(environment),
    {
      sid: 'NoAdministration',
      effect: 'Deny',
      actions: ['account:*', 'iam:*', 'organizations:*'],
      resources: ['*'],
    },
    // The bucket of Terraform's state is named like those of the services.
    { sid: 'NoState', effect: 'Deny', actions: ['s3:*'], resources: [states] },
  ];
}

function dataStatements(environment: EnvironmentScope): readonly PolicyStatement[] {
  const prefix = namePrefix(environment);
  const { account } = environment;
  const arns = (service: string, ...resources: readonly string[]): readonly string[] =>
    resources.map((resource) => anywhereArn(environment, service, resource));
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
      // The user is named after the service, the id of the database is AWS's: this is every database of the account in
      // these regions. Signing in to databases and caches knows not all global conditions.
      // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html#UsingWithRDS.IAMDBAuth.Limitations
      sid: 'Databases',
      actions: ['rds-db:connect'],
      resources: regionalArns(environment, 'rds-db', 'dbuser:*/*'),
    },
    {
      sid: 'Tables',
      actions: under('dynamodb', [
        ...['*Item', 'DescribeStream', 'DescribeTable', 'GetRecords', 'GetShardIterator'],
        ...['ListStreams', 'PartiQL*', 'Query', 'Scan'],
      ]),
      resources: arns('dynamodb', `table/${prefix}-*`),
      conditions: inRegions(environment),
    },
    {
      sid: 'Buckets',
      actions: under('s3', [
        ...['AbortMultipartUpload', 'DeleteObject*', 'GetObject*', 'GetReplicationConfiguration'],
        ...['ListBucket*', 'ListMultipartUploadParts', 'PutObject', 'PutObjectTagging'],
        // What copies objects between regions is a role of its service.
        'Replicate*',
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
  const regions = inRegions(environment);
  const read = under('secretsmanager', ['DescribeSecret', 'GetSecretValue']);
  return [
    {
      sid: 'Parameters',
      actions: ['ssm:GetParameter*'],
      resources: [anywhereArn(environment, 'ssm', `parameter/${system}/${name}/*`)],
      conditions: regions,
    },
    {
      sid: 'Secrets',
      actions: read,
      resources: [`${system}/${name}/*`, `${namePrefix(environment)}-*`].map((secret) =>
        anywhereArn(environment, 'secretsmanager', `secret:${secret}`),
      ),
      conditions: regions,
    },
    {
      // RDS names the secrets it manages by ids of its own, and tags them with the database.
      sid: 'MasterSecrets',
      actions: read,
      resources: [anywhereArn(environment, 'secretsmanager', 'secret:rds!cluster-*')],
      conditions: {
        ...regions,
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
      actions: under('kms', ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey']),
      resources: [anywhereArn(environment, 'kms', 'key/*')],
      conditions: {
        ...regions,
        StringLike: {
          'kms:ViaService': ['dynamodb', 's3', 'secretsmanager', 'ssm'].map(
            (service) => `${service}.*.amazonaws.com`,
          ),
        },
      },
    },
  ];
}
