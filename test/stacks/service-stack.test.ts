import { planSystem } from '../../lib/plan';
import { books } from '../support/books';
import { permissionLines, permissionsIn, rolesIn } from '../support/policies';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';
import type { Block } from '../support/synth-stacks';

const planned = planSystem(books().system);
const stacks = writtenStacks(planned);

function stackOf(service: string, place = 'production-eu-west-1'): WrittenStack | undefined {
  return stacks.get(`books-${place}-svc-${service}`);
}

/** What the role of a service may do, or the one that stands beside it, as lines in order. */
function permissionsOf(service: string, duty?: 'secrets' | 'bootstrap'): readonly string[] {
  return permissionLines(permissionsIn(stackOf(service), duty));
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
      ].sort(),
    );
  });

  test('one that reads a database written elsewhere has no host to write to, and follows the table it publishes from', () => {
    expect(permissionsOf('stock')).toEqual(
      [
        `kafka-cluster:Connect kafka-cluster:WriteDataIdempotently on \${${KAFKA}}`,
        `kafka-cluster:DescribeTopic kafka-cluster:WriteData on ${kafkaArn('topic', 'stock-changed')}`,
        'rds-db:connect on arn:aws:rds-db:eu-west-1:111122223333:dbuser:${aws_rds_cluster.postgres_price_list.cluster_resource_id}/stock',
        `${tableActions} on arn:aws:dynamodb:eu-west-1:111122223333:table/books-production-stock-levels`,
        'kms:Decrypt kms:DescribeKey on ${data.aws_kms_alias.dynamo-levels-key.target_key_arn}',
        'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator on arn:aws:dynamodb:eu-west-1:111122223333:table/books-production-stock-levels/stream/*',
      ].sort(),
    );
  });

  test('one with a bucket and a table uses both, and their keys', () => {
    expect(permissionsOf('mailer')).toEqual(
      [
        'kms:Decrypt kms:GenerateDataKey on ${aws_kms_key.bucket_letters_key.arn}',
        's3:ListBucket on arn:aws:s3:::books-production-mailer-letters-111122223333-eu-west-1',
        `kafka-cluster:Connect on \${${KAFKA}}`,
        `kafka-cluster:DescribeTopic kafka-cluster:ReadData on ${kafkaArn('topic', 'order-placed')}`,
        `kafka-cluster:DescribeTopic kafka-cluster:ReadData on ${kafkaArn('topic', 'stock-changed')}`,
        `kafka-cluster:AlterGroup kafka-cluster:DescribeGroup on ${kafkaArn('group', 'mailer')}`,
        's3:DeleteObject s3:GetObject s3:PutObject on arn:aws:s3:::books-production-mailer-letters-111122223333-eu-west-1/*',
        'kms:Decrypt kms:DescribeKey on ${aws_kms_key.dynamo_sent_key.arn}',
        `${tableActions} on arn:aws:dynamodb:eu-west-1:111122223333:table/books-production-mailer-sent`,
      ].sort(),
    );
  });
});

describe('what a service is given when its pods start', () => {
  test('is read by a role of its own: parameters of what it uses', () => {
    expect(permissionsOf('orders', 'secrets')).toEqual([
      parameter('kafka/bootstrap-brokers'),
      parameter('svc-orders/postgres-orders-host'),
      parameter('svc-orders/postgres-orders-reader-host'),
    ]);
    expect(permissionsOf('shop', 'secrets')).toEqual([
      parameter('kafka/bootstrap-brokers'),
      parameter('svc-shop/redis-pages-host'),
    ]);
  });

  test('is no host to write to where the database is written elsewhere', () => {
    expect(permissionsOf('stock', 'secrets')).toEqual([
      parameter('kafka/bootstrap-brokers'),
      parameter('svc-stock/postgres-price-list-reader-host'),
    ]);
  });

  test('is its secrets, made empty and each with a key of its own', () => {
    expect(permissionsOf('mailer', 'secrets')).toEqual([
      'kms:Decrypt on ${aws_kms_key.secret_mail_key_key.arn}',
      'secretsmanager:DescribeSecret secretsmanager:GetSecretValue on ${aws_secretsmanager_secret.secret_mail_key_secret.arn}',
      parameter('kafka/bootstrap-brokers'),
    ]);
    expect(only(stackOf('mailer'), 'aws_secretsmanager_secret')).toMatchObject({
      name: 'books/production/mailer/mail-key',
      kms_key_id: '${aws_kms_key.secret_mail_key_key.arn}',
      lifecycle: { prevent_destroy: true },
    });
    expect(blocksOf(stackOf('mailer'), 'resource', 'aws_secretsmanager_secret_version')).toEqual(
      {},
    );
  });
});

describe('the job that prepares databases', () => {
  test('reads where they are, and the secrets of their master users', () => {
    const at = 'arn:aws:ssm:eu-west-1:111122223333:parameter/books/production/eu-west-1/svc-orders';

    expect(permissionsOf('orders', 'bootstrap')).toEqual([
      'kms:Decrypt on ${aws_kms_key.postgres_orders_key.arn}',
      'secretsmanager:GetSecretValue on ${aws_rds_cluster.postgres_orders.master_user_secret[0].secret_arn}',
      `ssm:GetParameter on ${at}/postgres-orders-host`,
      `ssm:GetParameter on ${at}/postgres-orders-secret-arn`,
    ]);
  });

  test('has no role where nothing is written', () => {
    const rolesOf = (place: string): readonly string[] =>
      rolesIn(stackOf('stock', place)).map(({ name }) => name.replace(`books-${place}-`, ''));

    expect(rolesOf('production-eu-west-1')).toEqual(['stock', 'stock.secrets']);
    expect(rolesOf('production-us-east-1')).toEqual(['stock', 'stock.bootstrap', 'stock.secrets']);
  });
});

describe('roles', () => {
  const trustOf = (name: string): unknown =>
    Object.values(blocksOf(stackOf('orders'), 'resource', 'aws_iam_role'))
      .filter((role) => role['name'] === `books-production-eu-west-1-${name}`)
      .map(
        (role) =>
          (JSON.parse(String(role['assume_role_policy'])) as { Statement: unknown }).Statement,
      );
  const assumedBy = (Principal: unknown, Condition?: unknown) => ({
    Effect: 'Allow',
    Principal,
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    ...(Condition !== undefined && { Condition }),
  });
  const podsOf = (account: string): unknown =>
    assumedBy(
      { Service: 'pods.eks.amazonaws.com' },
      {
        StringEquals: {
          'aws:RequestTag/eks-cluster-name': ['books-production-eu-west-1'],
          'aws:RequestTag/kubernetes-namespace': ['selling'],
          'aws:RequestTag/kubernetes-service-account': [account],
        },
      },
    );

  test('of the service and of the job belong to their pods, and to nobody else', () => {
    expect(trustOf('orders')).toEqual([[podsOf('orders')]]);
    expect(trustOf('orders.bootstrap')).toEqual([[podsOf('orders-bootstrap')]]);
    expect(
      Object.values(blocksOf(stackOf('orders'), 'resource', 'aws_eks_pod_identity_association')),
    ).toMatchObject(
      ['orders-bootstrap', 'orders'].map((account) => ({
        cluster_name: planned.environments.find(({ environment }) => environment === 'production')
          ?.regions[0]?.cluster.name,
        namespace: 'selling',
        service_account: account,
      })),
    );
  });

  test('of what it is given belong to the operator of secrets, and to no pod', () => {
    expect(trustOf('orders.secrets')).toEqual([
      [
        assumedBy({
          AWS: ['arn:aws:iam::111122223333:role/books-production-eu-west-1-external-secrets'],
        }),
      ],
    ]);
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
