import type { EnvironmentScope } from './environment-scope';
import { anywhereArn, inRegions, namePrefix } from './environment-scope';
import { selfProtectionStatements } from './iam-statements';
import type { Conditions, PolicyStatement } from './policy-document';

const under = (service: string, actions: readonly string[]): readonly string[] =>
  actions.map((action) => `${service}:${action}`);

/**
 * What the services of a team share: to look around, and to administer what has an id for a name, told apart by the tags
 * that the provider's `default_tags` give. What neither name nor tags bound, the regions of the environment do.
 */
export function teamStatements(
  environment: EnvironmentScope,
  services: readonly string[],
  permissionsBoundaryArn: string,
): readonly PolicyStatement[] {
  const tags = (key: 'RequestTag' | 'ResourceTag'): Conditions => ({
    StringEquals: {
      [`aws:${key}/Environment`]: [environment.environment],
      [`aws:${key}/Service`]: services,
      [`aws:${key}/System`]: [environment.system],
    },
  });
  return [
    ...readStatements(environment),
    ...keyStatements(environment, tags),
    ...securityGroupStatements(environment, tags),
    ...podIdentityStatements(environment, tags),
    ...databaseStatements(environment),
    ...selfProtectionStatements(
      environment.account,
      namePrefix(environment),
      permissionsBoundaryArn,
    ),
  ];
}

/** What has no owner yet: everything of the system has this tag, be it of a service or of the platform. */
const UNTAGGED: Conditions = { Null: { 'aws:ResourceTag/System': ['true'] } };

type TagConditions = (key: 'RequestTag' | 'ResourceTag') => Conditions;

function readStatements(environment: EnvironmentScope): readonly PolicyStatement[] {
  const { system, environment: name, account } = environment;
  return [
    {
      sid: 'LookAround',
      actions: [
        ...under('ec2', [
          ...['DescribeNetworkInterfaces', 'DescribeSecurityGroupRules', 'DescribeSecurityGroups'],
          ...['DescribeSubnets', 'DescribeVpcs'],
        ]),
        ...['kms:ListAliases', 'secretsmanager:GetRandomPassword', 'ssm:DescribeParameters'],
      ],
      resources: ['*'],
    },
    {
      sid: 'LookAtStores',
      actions: ['elasticache:Describe*', 'rds:Describe*'],
      resources: [
        `arn:aws:elasticache:*:${account}:*`,
        `arn:aws:rds:*:${account}:*`,
        `arn:aws:rds::${account}:global-cluster:*`,
      ],
    },
    {
      sid: 'ReadPlatform',
      actions: under('ssm', ['GetParameter', 'GetParameters']),
      resources: [anywhereArn(environment, 'ssm', `parameter/${system}/${name}/*`)],
    },
    {
      sid: 'LookAtLogs',
      actions: under('logs', ['DescribeLogGroups', 'ListTagsForResource']),
      resources: [anywhereArn(environment, 'logs', 'log-group:*')],
      conditions: inRegions(environment),
    },
    {
      // ElastiCache sets up the delivery of its logs with the rights of who makes the cache.
      // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html
      sid: 'LogDelivery',
      actions: under('logs', [
        ...['CreateLogDelivery', 'DeleteLogDelivery', 'DescribeResourcePolicies', 'GetLogDelivery'],
        ...['ListLogDeliveries', 'PutResourcePolicy', 'UpdateLogDelivery'],
      ]),
      resources: ['*'],
    },
  ];
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/tag-authorization.html */
function keyStatements(
  environment: EnvironmentScope,
  tags: TagConditions,
): readonly PolicyStatement[] {
  const resources = [anywhereArn(environment, 'kms', 'key/*')];
  return [
    {
      sid: 'MakeKeys',
      actions: ['kms:CreateKey'],
      resources: ['*'],
      conditions: tags('RequestTag'),
    },
    {
      // A new key has no tags yet; one with tags keeps its owner, be it the platform.
      sid: 'TagNewKeys',
      actions: ['kms:TagResource'],
      resources,
      conditions: { ...tags('RequestTag'), ...UNTAGGED },
    },
    {
      sid: 'Keys',
      actions: under('kms', [
        ...['CancelKeyDeletion', 'CreateAlias', 'DeleteAlias', 'DescribeKey', 'DisableKey*'],
        ...['EnableKey*', 'GetKey*', 'ListResourceTags', 'PutKeyPolicy', 'ScheduleKeyDeletion'],
        ...['UpdateAlias', 'UpdateKeyDescription'],
      ]),
      resources,
      conditions: tags('ResourceTag'),
    },
    {
      // Services that encrypt for the caller ask with its rights; with nothing else are they used.
      sid: 'UseKeys',
      actions: under('kms', ['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKey*']),
      resources,
      conditions: {
        ...tags('ResourceTag'),
        StringLike: {
          'kms:ViaService': ['dynamodb', 'elasticache', 'rds', 's3', 'secretsmanager'].map(
            (service) => `${service}.*.amazonaws.com`,
          ),
        },
      },
    },
  ];
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html */
function securityGroupStatements(
  environment: EnvironmentScope,
  tags: TagConditions,
): readonly PolicyStatement[] {
  const groups = anywhereArn(environment, 'ec2', 'security-group/*');
  const rules = anywhereArn(environment, 'ec2', 'security-group-rule/*');
  return [
    {
      sid: 'MakeSecurityGroups',
      actions: ['ec2:CreateSecurityGroup'],
      resources: [groups],
      conditions: tags('RequestTag'),
    },
    {
      sid: 'InVpcs',
      actions: ['ec2:CreateSecurityGroup'],
      resources: [anywhereArn(environment, 'ec2', 'vpc/*')],
      conditions: inRegions(environment),
    },
    {
      sid: 'TagWhenMade',
      actions: ['ec2:CreateTags'],
      resources: [groups, rules],
      conditions: {
        StringEquals: {
          'ec2:CreateAction': [
            ...['AuthorizeSecurityGroupEgress', 'AuthorizeSecurityGroupIngress'],
            'CreateSecurityGroup',
          ],
        },
      },
    },
    {
      sid: 'SecurityGroups',
      actions: under('ec2', [
        ...['AuthorizeSecurityGroupEgress', 'AuthorizeSecurityGroupIngress', 'CreateTags'],
        ...['DeleteSecurityGroup', 'DeleteTags', 'ModifySecurityGroupRules'],
        ...['RevokeSecurityGroupEgress', 'RevokeSecurityGroupIngress'],
      ]),
      resources: [groups, rules],
      conditions: tags('ResourceTag'),
    },
    {
      // Rules are made with their group's rights and get their tags with that.
      sid: 'NewRules',
      actions: under('ec2', ['AuthorizeSecurityGroupEgress', 'AuthorizeSecurityGroupIngress']),
      resources: [rules],
      conditions: inRegions(environment),
    },
  ];
}

function podIdentityStatements(
  environment: EnvironmentScope,
  tags: TagConditions,
): readonly PolicyStatement[] {
  const prefix = namePrefix(environment);
  const resources = [anywhereArn(environment, 'eks', `podidentityassociation/${prefix}-*/*`)];
  return [
    {
      sid: 'MakeAssociations',
      actions: under('eks', [
        'CreatePodIdentityAssociation',
        'DescribeCluster',
        'ListPodIdentityAssociations',
      ]),
      resources: [anywhereArn(environment, 'eks', `cluster/${prefix}-*`)],
    },
    {
      sid: 'TagNewAssociations',
      actions: ['eks:TagResource'],
      resources,
      conditions: { ...tags('RequestTag'), ...UNTAGGED },
    },
    {
      sid: 'Associations',
      actions: under('eks', [
        ...['DeletePodIdentityAssociation', 'DescribePodIdentityAssociation'],
        ...['ListTagsForResource', 'UntagResource', 'UpdatePodIdentityAssociation'],
      ]),
      resources,
      conditions: tags('ResourceTag'),
    },
  ];
}

/** What stores are made from and with that is not named after them. */
function databaseStatements(environment: EnvironmentScope): readonly PolicyStatement[] {
  return [
    {
      sid: 'DefaultGroups',
      actions: [
        ...['elasticache:CreateReplicationGroup', 'elasticache:ModifyReplicationGroup'],
        ...under('rds', ['CreateDBCluster', 'CreateDBInstance', 'ModifyDBInstance']),
      ],
      resources: [
        anywhereArn(environment, 'elasticache', 'parametergroup:default*'),
        anywhereArn(environment, 'rds', 'og:default*'),
        anywhereArn(environment, 'rds', 'pg:default*'),
      ],
      conditions: inRegions(environment),
    },
    {
      // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html
      sid: 'ManagedSecrets',
      actions: under('secretsmanager', ['CreateSecret', 'DescribeSecret', 'TagResource']),
      resources: ['cluster', 'db'].map((kind) =>
        anywhereArn(environment, 'secretsmanager', `secret:rds!${kind}-*`),
      ),
      conditions: inRegions(environment),
    },
  ];
}
