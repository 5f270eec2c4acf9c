import type { Consumption, Publication } from '../model/service';
import type { Place } from './naming';
import type { StorePlan } from './store-plan';

/**
 * What a permission is for. What is known when the model is read is an ARN; what only AWS knows (the id in a Kafka ARN,
 * the id of a database) is named here and resolved beside the resource.
 */
export type GrantResource =
  | { readonly kind: 'arn'; readonly arn: string }
  | { readonly kind: 'kafka'; readonly type: 'cluster' | 'topic' | 'group'; readonly name: string }
  | { readonly kind: 'database-user'; readonly store: string; readonly user: string }
  | { readonly kind: 'bucket-key'; readonly store: string };

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
  /** Names of the SSM parameters it reads. */
  readonly parameters: readonly string[];
  /** Names of the secrets it reads. */
  readonly secrets: readonly string[];
}

/** The permissions of a service: what its declared edges need, and nothing else. */
export function planGrants(place: Place, input: GrantInput): readonly Grant[] {
  return [
    ...kafkaGrants(input),
    ...input.stores.flatMap((store) => storeGrants(place, store)),
    ...readGrants(place, input),
  ];
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
  outbox: boolean,
): readonly Grant[] {
  const table: Grant = {
    sid: sid('Table'),
    actions: TABLE_ACTIONS,
    resources: [{ kind: 'arn', arn }],
  };
  if (!outbox) return [table];
  const stream: GrantResource = { kind: 'arn', arn: `${arn}/stream/*` };
  return [table, { sid: sid('StreamOf'), actions: STREAM_ACTIONS, resources: [stream] }];
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
      return tableGrants(
        `arn:aws:dynamodb:${region}:${account}:table/${store.table}`,
        sid,
        store.outbox,
      );
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
      return [
        {
          sid: sid('Bucket'),
          actions: ['s3:ListBucket'],
          resources: arns(`arn:aws:s3:::${store.bucket}`),
        },
        {
          sid: sid('Objects'),
          actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
          resources: arns(`arn:aws:s3:::${store.bucket}/*`),
        },
        {
          sid: sid('KeyOfBucket'),
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [{ kind: 'bucket-key', store: store.name }],
        },
      ];
  }
}

/** Six characters that Secrets Manager appends to a name. @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html#auth-and-access_wildcard */
const SECRET_SUFFIX = '-??????';

function readGrants(
  { region, account }: Place,
  { parameters, secrets }: GrantInput,
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
    const resources: readonly GrantResource[] = secrets.map((name) => ({
      kind: 'arn',
      arn: `arn:aws:secretsmanager:${region}:${account}:secret:${name}${SECRET_SUFFIX}`,
    }));
    grants.push({
      sid: 'Secrets',
      actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
      resources,
    });
  }
  return grants;
}
