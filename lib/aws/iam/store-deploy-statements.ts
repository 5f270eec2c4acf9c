import type { PolicyStatement } from './policy-document';
import type { ServicesScope } from './service-names';
import { regionalPatterns, servicePatterns, storePatterns } from './service-names';

const under = (service: string, actions: readonly string[]): readonly string[] =>
  actions.map((action) => `${service}:${action}`);

/** Administers the stores of services, without their data, and the aliases of their keys. */
export function storeDeployStatements(scope: ServicesScope): readonly PolicyStatement[] {
  const { account } = scope;
  const keyNames = [...new Set([...servicePatterns(scope, 's3Bucket'), ...storePatterns(scope)])];
  return [
    databases(scope),
    {
      sid: 'Tables',
      actions: under('dynamodb', [
        ...['CreateTable', 'DeleteTable', 'Describe*', 'ListTagsOfResource', 'TagResource'],
        ...['UntagResource', 'UpdateContinuousBackups', 'UpdateTable', 'UpdateTimeToLive'],
      ]),
      resources: servicePatterns(scope, 'dynamoTable').map(
        (pattern) => `arn:aws:dynamodb:*:${account}:table/${pattern}`,
      ),
    },
    {
      sid: 'Caches',
      actions: under('elasticache', [
        ...['Add*', 'Create*', 'DecreaseReplicaCount', 'Delete*', 'Describe*'],
        ...['IncreaseReplicaCount', 'List*', 'Modify*', 'Remove*', 'TestFailover'],
      ]),
      resources: servicePatterns(scope, 'elastiCacheReplicationGroup').map(
        (pattern) => `arn:aws:elasticache:*:${account}:*:${pattern}`,
      ),
    },
    buckets(scope),
    {
      sid: 'KeyNames',
      actions: under('kms', ['CreateAlias', 'DeleteAlias', 'UpdateAlias']),
      resources: keyNames.map((pattern) => `arn:aws:kms:*:${account}:alias/*/${pattern}`),
    },
  ];
}

function databases(scope: ServicesScope): PolicyStatement {
  const { account } = scope;
  return {
    sid: 'Databases',
    actions: under('rds', [
      ...['Add*', 'Create*', 'Delete*', 'Describe*', 'FailoverDBCluster', 'List*', 'Modify*'],
      ...['RebootDB*', 'Remove*', 'ResetDB*', 'RestoreDBCluster*'],
    ]),
    resources: [
      ...regionalPatterns(scope, 'rdsIdentifier').map(
        ({ region, pattern }) => `arn:aws:rds:${region}:${account}:*:${pattern}`,
      ),
      ...servicePatterns(scope, 'rdsIdentifier').map(
        (pattern) => `arn:aws:rds::${account}:global-cluster:${pattern}`,
      ),
    ],
  };
}

/** A bucket that is not empty is emptied by a person: a pipeline has no right to objects. */
function buckets(scope: ServicesScope): PolicyStatement {
  return {
    sid: 'Buckets',
    actions: under('s3', [
      ...['CreateBucket', 'DeleteBucket', 'DeleteBucketPolicy', 'GetAccelerateConfiguration'],
      ...['GetBucket*', 'GetEncryptionConfiguration', 'GetLifecycleConfiguration'],
      ...['GetReplicationConfiguration', 'ListBucket', 'ListTagsForResource', 'PutBucket*'],
      ...['PutEncryptionConfiguration', 'PutLifecycleConfiguration', 'TagResource'],
      'UntagResource',
    ]),
    resources: servicePatterns(scope, 's3Bucket').map((pattern) => `arn:aws:s3:::${pattern}`),
    // Names of buckets are the world's: anybody may have one that begins like ours.
    conditions: { StringEqualsIfExists: { 'aws:ResourceAccount': [scope.account] } },
  };
}
