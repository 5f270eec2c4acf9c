import type { Consumption, Publication } from '../model/service';
import type { BucketPlan } from './bucket-plan';
import type { Place } from './naming';
import type { StorePlan, TablePlan } from './store-plan';

/**
 * What a permission is for. What is known when the model is read is an ARN; what only AWS knows (the id in a Kafka ARN,
 * the id of a database) is named here and resolved beside the resource.
 */
export type GrantResource =
  | { readonly kind: 'arn'; readonly arn: string }
  | { readonly kind: 'kafka'; readonly type: 'cluster' | 'topic' | 'group'; readonly name: string }
  | { readonly kind: 'database-user'; readonly store: string; readonly user: string }
  | {
      readonly kind: 'store-key';
      readonly store: string;
      readonly of: 'ObjectBucket' | 'DynamoTable';
    }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'secret-key'; readonly secret: string };

/** A permission that follows from a declared edge. */
export interface Grant {
  /** Id of the statement, letters and digits. */
  readonly sid: string;
  /** Actions, sorted. */
  readonly actions: readonly string[];
  /** What they are for. */
  readonly resources: readonly GrantResource[];
}

/** What is granted to one service. */
export interface GrantInput {
  readonly publications: readonly Publication[];
  readonly consumptions: readonly Consumption[];
  readonly stores: readonly StorePlan[];
  /** Consumer group of the service. */
  readonly group: string;
}

/** What a service is given when its pods start. */
export interface ReadInput {
  /** Names of the SSM parameters. */
  readonly parameters: readonly string[];
  /** Names of the secrets in the model. */
  readonly secrets: readonly string[];
}

/** The permissions of a service: what its declared edges need, and nothing else. */
export function planGrants(place: Place, input: GrantInput): readonly Grant[] {
  return [...kafkaGrants(input), ...input.stores.flatMap((store) => storeGrants(place, store))];
}

/** @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html for the actions each use needs */
function kafkaGrants({ publications, consumptions, group }: GrantInput): readonly Grant[] {
  const topics = (
    names: readonly { readonly topic: { readonly name: string } }[],
  ): readonly GrantResource[] =>
    names
      .map(({ topic }) => topic.name)
      .sort()
      .map((name) => ({ kind: 'kafka', type: 'topic', name }));
  const grants: Grant[] = [];
  if (publications.length + consumptions.length > 0) {
    const actions = publications.length > 0 ? ['Connect', 'WriteDataIdempotently'] : ['Connect'];
    grants.push({
      sid: 'KafkaCluster',
      actions: kafkaActions(actions),
      resources: [{ kind: 'kafka', type: 'cluster', name: '' }],
    });
  }
  if (publications.length > 0) {
    grants.push({
      sid: 'KafkaPublish',
      actions: kafkaActions(['DescribeTopic', 'WriteData']),
      resources: topics(publications),
    });
  }
  if (consumptions.length > 0) {
    grants.push({
      sid: 'KafkaConsume',
      actions: kafkaActions(['DescribeTopic', 'ReadData']),
      resources: topics(consumptions),
    });
    const resources: readonly GrantResource[] = [{ kind: 'kafka', type: 'group', name: group }];
    grants.push({
      sid: 'KafkaGroup',
      actions: kafkaActions(['AlterGroup', 'DescribeGroup']),
      resources,
    });
  }
  return grants;
}

function kafkaActions(actions: readonly string[]): readonly string[] {
  return actions.map((action) => `kafka-cluster:${action}`);
}

const TABLE_ACTIONS = [
  ...[
    'BatchGetItem',
    'BatchWriteItem',
    'ConditionCheckItem',
    'DeleteItem',
    'DescribeTable',
    'GetItem',
  ],
  ...['PutItem', 'Query', 'Scan', 'UpdateItem'],
].map((action) => `dynamodb:${action}`);

/** Actions of a reader of a table's stream. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html */
const STREAM_ACTIONS = ['DescribeStream', 'GetRecords', 'GetShardIterator'].map(
  (action) => `dynamodb:${action}`,
);

/** The stream of a table has an id that changes with it, and a table has one stream at a time. */
function tableGrants(
  arn: string,
  sid: (prefix: string) => string,
  { name: store, outbox }: TablePlan,
): readonly Grant[] {
  const grants: readonly Grant[] = [
    { sid: sid('Table'), actions: TABLE_ACTIONS, resources: [{ kind: 'arn', arn }] },
    {
      sid: sid('KeyOfTable'),
      // The key of the table's data is opened for whoever asks, with his own permission.
      // See https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
      actions: ['kms:Decrypt', 'kms:DescribeKey'],
      resources: [{ kind: 'store-key', store, of: 'DynamoTable' }],
    },
  ];
  if (!outbox) return grants;
  const stream: GrantResource = { kind: 'arn', arn: `${arn}/stream/*` };
  return [...grants, { sid: sid('StreamOf'), actions: STREAM_ACTIONS, resources: [stream] }];
}

function storeGrants({ region, account }: Place, store: StorePlan): readonly Grant[] {
  const sid = (prefix: string): string =>
    prefix +
    store.name.replaceAll(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());
  const arns = (...list: readonly string[]): readonly GrantResource[] =>
    list.map((arn) => ({ kind: 'arn', arn }));
  switch (store.kind) {
    case 'PostgresDatabase':
      return [
        {
          sid: sid('Postgres'),
          actions: ['rds-db:connect'],
          resources: [{ kind: 'database-user', store: store.name, user: store.user }],
        },
      ];
    case 'DynamoTable':
      return tableGrants(`arn:aws:dynamodb:${region}:${account}:table/${store.table}`, sid, store);
    case 'RedisCache': {
      const arn = (type: string, id: string): string =>
        `arn:aws:elasticache:${region}:${account}:${type}:${id}`;
      return [
        {
          sid: sid('Cache'),
          actions: ['elasticache:Connect'],
          resources: arns(arn('replicationgroup', store.identifier), arn('user', store.user)),
        },
      ];
    }
    case 'ObjectBucket':
      return bucketGrants(sid, store);
  }
}

/** Objects that are copies are read, and changed where they come from. */
function bucketGrants(
  sid: (prefix: string) => string,
  { name: store, bucket, role }: BucketPlan,
): readonly Grant[] {
  const arn = `arn:aws:s3:::${bucket}`;
  const isRead = role === 'reader';
  return [
    { sid: sid('Bucket'), actions: ['s3:ListBucket'], resources: [{ kind: 'arn', arn }] },
    {
      sid: sid('Objects'),
      actions: isRead ? ['s3:GetObject'] : ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: [{ kind: 'arn', arn: `${arn}/*` }],
    },
    {
      sid: sid('KeyOfBucket'),
      actions: isRead ? ['kms:Decrypt'] : ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [{ kind: 'store-key', store, of: 'ObjectBucket' }],
    },
  ];
}

/** The permissions to read what a service is given when its pods start. */
export function planReadGrants(
  { region, account }: Place,
  { parameters, secrets }: ReadInput,
): readonly Grant[] {
  const grants: Grant[] = [];
  if (parameters.length > 0) {
    const resources: readonly GrantResource[] = parameters.map((name) => ({
      kind: 'arn',
      arn: `arn:aws:ssm:${region}:${account}:parameter${name}`,
    }));
    grants.push({
      sid: 'Parameters',
      actions: ['ssm:GetParameter', 'ssm:GetParameters'],
      resources,
    });
  }
  if (secrets.length > 0) {
    const of = (kind: 'secret' | 'secret-key'): readonly GrantResource[] =>
      secrets.map((secret) => ({ kind, secret }));
    grants.push(
      {
        sid: 'Secrets',
        actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
        resources: of('secret'),
      },
      { sid: 'SecretKeys', actions: ['kms:Decrypt'], resources: of('secret-key') },
    );
  }
  return grants;
}
