import { inRegions } from './environment-scope';
import type { PolicyStatement } from './policy-document';
import type { ServicesScope } from './service-names';
import { regionalPatterns, servicePatterns, storePatterns } from './service-names';

const under = (service: string, actions: readonly string[]): readonly string[] =>
  actions.map((action) => `${service}:${action}`);

/** Administers the stores of services, and the aliases of their keys; of their data only the items that DynamoDB copies. */
export function storeDeployStatements(scope: ServicesScope): readonly PolicyStatement[] {
  const { account } = scope;
  return [
    databases(scope),
    ...tables(scope),
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
      resources: storePatterns(scope).map(
        (pattern) => `arn:aws:kms:*:${account}:alias/*/${pattern}`,
      ),
    },
  ];
}

function tables(scope: ServicesScope): readonly PolicyStatement[] {
  const resources = servicePatterns(scope, 'dynamoTable').map(
    (pattern) => `arn:aws:dynamodb:*:${scope.account}:table/${pattern}`,
  );
  const administer: PolicyStatement = {
    sid: 'Tables',
    actions: under('dynamodb', [
      ...['CreateTable', 'DeleteTable', 'Describe*', 'ListTagsOfResource', 'TagResource'],
      ...['UntagResource', 'UpdateContinuousBackups', 'UpdateTable', 'UpdateTimeToLive'],
    ]),
    resources,
  };
  if (scope.regions.length < 2) return [administer];
  const copy: PolicyStatement = {
    // DynamoDB fills a copy with the rights of who makes it; any region may be the one that gets it.
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2gt_IAM.html
    sid: 'TableCopies',
    actions: under('dynamodb', [
      ...['BatchWriteItem', 'CreateTableReplica', 'DeleteItem', 'DeleteTableReplica', 'GetItem'],
      ...['PutItem', 'Query', 'Scan', 'UpdateItem'],
    ]),
    resources,
    conditions: inRegions(scope),
  };
  return [administer, copy];
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
      ...['PutEncryptionConfiguration', 'PutLifecycleConfiguration', 'PutReplicationConfiguration'],
      ...['TagResource', 'UntagResource'],
    ]),
    resources: servicePatterns(scope, 's3Bucket').map((pattern) => `arn:aws:s3:::${pattern}`),
    // Names of buckets are the world's: anybody may have one that begins like ours.
    conditions: { StringEqualsIfExists: { 'aws:ResourceAccount': [scope.account] } },
  };
}
