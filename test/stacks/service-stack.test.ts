import { planSystem } from '../../lib/plan';
import { books } from '../support/books';
import { permissionsIn } from '../support/policies';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';
import type { Block } from '../support/synth-stacks';

const plans = planSystem(books().system);
const stacks = writtenStacks(plans);

function stackOf(service: string, place = 'production-eu-west-1'): WrittenStack | undefined {
  return stacks.get(`books-${place}-svc-${service}`);
}

/** What a service may do, as lines in order. */
function permissionsOf(service: string, place?: string): readonly string[] {
  return permissionsIn(stackOf(service, place))
    .flatMap(({ Action, Resource }) =>
      Resource.map((resource) => `${Action.join(' ')} on ${resource}`),
    )
    .sort();
}

function only(stack: WrittenStack | undefined, type: string): Block {
  const blocks = Object.values(blocksOf(stack, 'resource', type));
  const [block] = blocks;
  if (block === undefined || blocks.length > 1)
    throw new Error(`${type} occurs ${blocks.length} times in ${stack?.name ?? 'no stack'}`);
  return block;
}

const KAFKA = 'data.aws_ssm_parameter.kafka-cluster-arn.insecure_value';
const kafkaArn = (type: 'topic' | 'group', name: string): string =>
  `\${replace(${KAFKA}, ":cluster/", ":${type}/")}/${name}`;
const parameter = (name: string): string =>
  `ssm:GetParameter ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/books/production/eu-west-1/${name}`;
const tableActions = [
  'BatchGetItem',
  'BatchWriteItem',
  'ConditionCheckItem',
  'DeleteItem',
  'DescribeTable',
  'GetItem',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
]
  .map((action) => `dynamodb:${action}`)
  .join(' ');

describe('a service may do what its declared edges need, and nothing else:', () => {
  test('one that publishes from a database writes its topic and logs in as itself', () => {
    expect(permissionsOf('orders')).toEqual(
      [
        `kafka-cluster:Connect kafka-cluster:WriteDataIdempotently on \${${KAFKA}}`,
        `kafka-cluster:DescribeTopic kafka-cluster:WriteData on ${kafkaArn('topic', 'order-placed')}`,
        parameter('kafka/bootstrap-brokers'),
        parameter('svc-orders/postgres-orders-host'),
        parameter('svc-orders/postgres-orders-reader-host'),
        'rds-db:connect on arn:aws:rds-db:eu-west-1:111122223333:dbuser:${aws_rds_cluster.postgres_orders.cluster_resource_id}/orders',
      ].sort(),
    );
  });

  test('one that consumes reads its topics in its own group, and connects to its cache as itself', () => {
    expect(permissionsOf('shop')).toEqual(
      [
        'elasticache:Connect on arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:books-production-shop-pages',
        'elasticache:Connect on arn:aws:elasticache:eu-west-1:111122223333:user:books-production-shop-pages',
        `kafka-cluster:Connect on \${${KAFKA}}`,
        `kafka-cluster:DescribeTopic kafka-cluster:ReadData on ${kafkaArn('topic', 'stock-changed')}`,
        `kafka-cluster:AlterGroup kafka-cluster:DescribeGroup on ${kafkaArn('group', 'shop')}`,
        parameter('kafka/bootstrap-brokers'),
        parameter('svc-shop/redis-pages-host'),
      ].sort(),
    );
  });

  test('one that reads a database written elsewhere has no host to write to, and follows the table it publishes from', () => {
    expect(permissionsOf('stock')).toEqual(
      [
        `kafka-cluster:Connect kafka-cluster:WriteDataIdempotently on \${${KAFKA}}`,
        `kafka-cluster:DescribeTopic kafka-cluster:WriteData on ${kafkaArn('topic', 'stock-changed')}`,
        parameter('kafka/bootstrap-brokers'),
        parameter('svc-stock/postgres-price-list-reader-host'),
        'rds-db:connect on arn:aws:rds-db:eu-west-1:111122223333:dbuser:${aws_rds_cluster.postgres_price_list.cluster_resource_id}/stock',
        `${tableActions} on arn:aws:dynamodb:eu-west-1:111122223333:table/books-production-stock-levels`,
        'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator on arn:aws:dynamodb:eu-west-1:111122223333:table/books-production-stock-levels/stream/*',
      ].sort(),
    );
  });

  test('one with a bucket and a secret uses both, and the key of the bucket', () => {
    expect(permissionsOf('mailer')).toEqual(
      [
        'kms:Decrypt kms:GenerateDataKey on ${aws_kms_key.bucket_letters_key.arn}',
        's3:ListBucket on arn:aws:s3:::books-production-mailer-letters-111122223333-eu-west-1',
        `kafka-cluster:Connect on \${${KAFKA}}`,
        `kafka-cluster:DescribeTopic kafka-cluster:ReadData on ${kafkaArn('topic', 'order-placed')}`,
        `kafka-cluster:DescribeTopic kafka-cluster:ReadData on ${kafkaArn('topic', 'stock-changed')}`,
        `kafka-cluster:AlterGroup kafka-cluster:DescribeGroup on ${kafkaArn('group', 'mailer')}`,
        's3:DeleteObject s3:GetObject s3:PutObject on arn:aws:s3:::books-production-mailer-letters-111122223333-eu-west-1/*',
        parameter('kafka/bootstrap-brokers'),
        'secretsmanager:DescribeSecret secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:111122223333:secret:books/production/mailer/mail-key-??????',
        `${tableActions} on arn:aws:dynamodb:eu-west-1:111122223333:table/books-production-mailer-sent`,
      ].sort(),
    );
  });
});

test('the role belongs to the pods of the service, and the operator of secrets may take it on', () => {
  const stack = stackOf('orders');
  const role = only(stack, 'aws_iam_role');
  const { cluster } = plans.flatMap(({ regions }) => regions).at(0) ?? {};

  expect(role['name']).toBe('books-production-eu-west-1-orders');
  expect(JSON.parse(String(role['assume_role_policy']))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      },
      {
        Effect: 'Allow',
        Principal: {
          AWS: ['arn:aws:iam::111122223333:role/books-production-eu-west-1-external-secrets'],
        },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      },
    ],
  });
  expect(only(stack, 'aws_eks_pod_identity_association')).toMatchObject({
    cluster_name: cluster?.name,
    namespace: 'selling',
    service_account: 'orders',
  });
});

test('the provider says team and service, and takes the region of the stack', () => {
  expect(stackOf('stock', 'production-us-east-1')?.provider['aws']).toEqual([
    {
      region: 'us-east-1',
      allowed_account_ids: ['111122223333'],
      default_tags: [
        {
          tags: {
            System: 'books',
            Environment: 'production',
            Team: 'logistics',
            Service: 'stock',
          },
        },
      ],
    },
  ]);
});

test('a stack reads only what it uses', () => {
  const readBy = (service: string): readonly string[] =>
    Object.keys(blocksOf(stackOf(service), 'data', 'aws_ssm_parameter')).sort();

  expect(readBy('mailer')).toEqual(['kafka-cluster-arn']);
  expect(readBy('orders')).toEqual([
    ...['cluster-security-group', 'data-subnet-0', 'data-subnet-1', 'data-subnet-2'],
    ...['kafka-cluster-arn', 'vpc-id'],
  ]);
});

describe('protection', () => {
  const guarded = { lifecycle: { prevent_destroy: true } };

  test('retains what is stored in a retained environment', () => {
    expect(only(stackOf('orders'), 'aws_rds_cluster')).toMatchObject({
      ...guarded,
      deletion_protection: true,
      skip_final_snapshot: false,
      final_snapshot_identifier: expect.stringMatching(/-orders-orders-final$/) as string,
      backup_retention_period: 35,
    });
    expect(only(stackOf('mailer'), 'aws_dynamodb_table')).toMatchObject({
      ...guarded,
      deletion_protection_enabled: true,
    });
    expect(only(stackOf('mailer'), 'aws_s3_bucket')).toMatchObject(guarded);
    expect(only(stackOf('shop'), 'aws_elasticache_replication_group')).toMatchObject(guarded);
    expect(only(stackOf('orders'), 'aws_kms_key')).toMatchObject({
      ...guarded,
      deletion_window_in_days: 30,
    });
  });

  test('leaves nothing behind in a disposable one', () => {
    const place = 'staging-eu-west-1';
    const database = only(stackOf('orders', place), 'aws_rds_cluster');
    const table = only(stackOf('mailer', place), 'aws_dynamodb_table');
    const bucket = only(stackOf('mailer', place), 'aws_s3_bucket');

    expect(database).toMatchObject({ deletion_protection: false, skip_final_snapshot: true });
    expect(table).toMatchObject({ deletion_protection_enabled: false });
    expect(bucket).toMatchObject({ force_destroy: true });
    for (const block of [database, table, bucket, only(stackOf('shop', place), 'aws_kms_key')]) {
      expect(block['lifecycle']).toEqual({ prevent_destroy: false });
    }
  });
});

describe('sizes', () => {
  test('are those of the environment', () => {
    const instances = blocksOf(stackOf('stock'), 'resource', 'aws_rds_cluster_instance');
    const staged = blocksOf(
      stackOf('stock', 'staging-eu-west-1'),
      'resource',
      'aws_rds_cluster_instance',
    );

    expect(Object.values(instances).map((each) => each['instance_class'])).toEqual(
      Array.from({ length: 3 }, () => 'db.r8g.xlarge'),
    );
    expect(Object.values(staged).map((each) => each['instance_class'])).toEqual(['db.t4g.medium']);
    expect(only(stackOf('shop'), 'aws_elasticache_replication_group')).toMatchObject({
      node_type: 'cache.m7g.large',
      num_cache_clusters: 3,
    });
  });
});
