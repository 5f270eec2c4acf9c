import { planSystem } from '../../lib/plan';
import { books } from '../support/books';
import { regionOf } from '../support/parameters';
import { blocksOf, writtenStacks } from '../support/written';
import type { Block } from '../support/synth-stacks';

const stacks = writtenStacks(planSystem(books().system));
const NAME = 'books-production-stock-price-list';

function block(stack: string, type: string, address: string): Block {
  const found = blocksOf(stacks.get(stack), 'resource', type)[address];
  if (found === undefined) throw new Error(`no ${type}.${address} in ${stack}`);
  return found;
}

test('tables stand in the first region, databases in the one that writes them', () => {
  expect(stacks.get('books-production-global-svc-stock')?.provider['aws']).toMatchObject([
    { region: 'eu-west-1', allowed_account_ids: ['111122223333'] },
    { region: 'us-east-1', allowed_account_ids: ['111122223333'], alias: 'us-east-1' },
  ]);
  expect(
    block('books-production-global-svc-stock', 'aws_rds_global_cluster', 'postgres_price_list'),
  ).toMatchObject({ provider: 'aws.us-east-1' });
});

test('a database that is written in one region is a global one with a cluster in each', () => {
  const global = block(
    'books-production-global-svc-stock',
    'aws_rds_global_cluster',
    'postgres_price_list',
  );
  const writer = block(
    'books-production-us-east-1-svc-stock',
    'aws_rds_cluster',
    'postgres_price_list',
  );
  const reader = block(
    'books-production-eu-west-1-svc-stock',
    'aws_rds_cluster',
    'postgres_price_list',
  );

  expect(global).toMatchObject({
    global_cluster_identifier: NAME,
    database_name: 'price_list',
    deletion_protection: true,
    lifecycle: { prevent_destroy: true, ignore_changes: ['database_name'] },
  });
  expect(writer).toMatchObject({
    global_cluster_identifier: NAME,
    database_name: 'price_list',
    master_username: 'postgres',
  });
  expect(reader).toMatchObject({ global_cluster_identifier: NAME });
  expect(Object.keys(reader)).not.toContain('database_name');
  expect(Object.keys(reader)).not.toContain('master_username');
});

test('only the writer has a secret of the master, and publishes where to write', () => {
  const publishedBy = (stack: string): readonly unknown[] =>
    Object.values(blocksOf(stacks.get(stack), 'resource', 'aws_ssm_parameter'))
      .map(({ name }) => name)
      .sort();
  const secretsOf = (stack: string): readonly string[] =>
    Object.keys(blocksOf(stacks.get(stack), 'resource', 'aws_secretsmanager_secret'));

  expect(publishedBy('books-production-us-east-1-svc-stock')).toEqual([
    '/books/production/us-east-1/svc-stock/postgres-price-list-host',
    '/books/production/us-east-1/svc-stock/postgres-price-list-reader-host',
    '/books/production/us-east-1/svc-stock/postgres-price-list-secret-arn',
  ]);
  expect(publishedBy('books-production-eu-west-1-svc-stock')).toEqual([
    '/books/production/eu-west-1/svc-stock/postgres-price-list-reader-host',
  ]);
  expect(secretsOf('books-production-us-east-1-svc-stock')).toEqual(['postgres_price_list_secret']);
  expect(secretsOf('books-production-eu-west-1-svc-stock')).toEqual([]);
});

test('a table that all regions write is one table with a copy in every other region', () => {
  const table = block('books-production-global-svc-stock', 'aws_dynamodb_table', 'dynamo_levels');

  expect(table).toMatchObject({
    name: 'books-production-stock-levels',
    replica: [{ region_name: 'us-east-1' }],
    stream_enabled: true,
    deletion_protection_enabled: true,
    lifecycle: { prevent_destroy: true },
  });
  for (const region of ['eu-west-1', 'us-east-1']) {
    const regional = stacks.get(`books-production-${region}-svc-stock`);
    expect(Object.keys(blocksOf(regional, 'resource', 'aws_dynamodb_table'))).toEqual([]);
  }
});

test('each copy of a table is encrypted with a key of its region, which its service finds by its alias', () => {
  const global = stacks.get('books-production-global-svc-stock');
  const table = block('books-production-global-svc-stock', 'aws_dynamodb_table', 'dynamo_levels');
  const aliases = Object.values(blocksOf(global, 'resource', 'aws_kms_alias')).map((alias) => [
    regionOf(global, alias),
    alias['name'],
  ]);
  const found = ['eu-west-1', 'us-east-1'].map((region) => [
    region,
    ...Object.values(
      blocksOf(stacks.get(`books-production-${region}-svc-stock`), 'data', 'aws_kms_alias'),
    ).map((alias) => alias['name']),
  ]);

  expect(table['replica']).toMatchObject([
    { kms_key_arn: '${aws_kms_key.us_east_1_dynamo_levels_key.arn}' },
  ]);
  expect(table['server_side_encryption']).toMatchObject({
    kms_key_arn: '${aws_kms_key.dynamo_levels_key.arn}',
  });
  expect(aliases.sort()).toEqual(found);
});

test('in an environment of one region both are of that region alone', () => {
  const stack = 'books-staging-eu-west-1-svc-stock';

  expect(Object.keys(block(stack, 'aws_dynamodb_table', 'dynamo_levels'))).not.toContain('replica');
  expect(Object.keys(block(stack, 'aws_rds_cluster', 'postgres_price_list'))).not.toContain(
    'global_cluster_identifier',
  );
  expect([...stacks.keys()].filter((name) => name.includes('staging-global-svc'))).toEqual([]);
});
