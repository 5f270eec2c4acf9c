import {
  activeActive,
  DynamoTable,
  Environment,
  ObjectBucket,
  PostgresDatabase,
  primary,
  regional,
  type Region,
} from '../../lib/model';
import { addService, emptyContext } from '../support/systems';
import { planOf } from './plans';

const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;
const HOME = regional({ partitionedBy: 'customer home region' });
const KEY = { name: 'id', type: 'S' } as const;
const EVERYWHERE = primary('us-east-1', { readers: 'everywhere' });

function globalData(regions: readonly Region[]) {
  const { system, context } = emptyContext();
  const orders = addService(context, 'orders');
  const web = addService(context, 'web');
  const quiet = addService(context, 'quiet');
  const pictures = addService(context, 'pictures');
  new PostgresDatabase(orders, 'ledger', {
    ...{ storage: '1Gi', poolPerReplica: 1, placement: EVERYWHERE },
  });
  const placement = activeActive({ conflict: 'last-writer-wins' });
  new DynamoTable(orders, 'carts', { partitionKey: KEY, placement });
  new DynamoTable(web, 'sessions', { partitionKey: KEY, placement });
  new DynamoTable(quiet, 'notes', { partitionKey: KEY, placement: HOME });
  new ObjectBucket(quiet, 'labels', { placement: HOME });
  new ObjectBucket(pictures, 'uploads', { placement });
  new ObjectBucket(pictures, 'photos', {
    placement: primary('us-east-1', { readers: ['us-west-2'] }),
  });
  new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions,
  });
  return planOf(system).globalData;
}

test('is at home in the first region, and its databases where they are written', () => {
  expect(
    globalData(REGIONS).map(({ service, team, home, writer, databases, tables }) => ({
      ...{ service, team, home, writer },
      databases: databases.map(({ name, role }) => [name, role]),
      tables: tables.map(({ name }) => name),
    })),
  ).toStrictEqual([
    {
      ...{ service: 'orders', team: 'commerce', home: 'eu-west-1', writer: 'us-east-1' },
      ...{ databases: [['ledger', 'writer']], tables: ['carts'] },
    },
    {
      ...{ service: 'pictures', team: 'commerce', home: 'eu-west-1', writer: undefined },
      ...{ databases: [], tables: [] },
    },
    {
      ...{ service: 'web', team: 'commerce', home: 'eu-west-1', writer: undefined },
      ...{ databases: [], tables: ['sessions'] },
    },
  ]);
});

test('has the buckets of all regions that have one, the first of the environment or not', () => {
  expect(
    globalData(REGIONS).map(({ service, buckets }) => [
      service,
      buckets.map(({ name, parts }) => [
        name,
        parts.map(({ region, bucket }) => `${bucket.role} in ${region}`),
      ]),
    ]),
  ).toStrictEqual([
    ['orders', []],
    [
      'pictures',
      [
        ['photos', ['writer in us-east-1', 'reader in us-west-2']],
        ['uploads', ['peer in eu-west-1', 'peer in us-east-1', 'peer in us-west-2']],
      ],
    ],
    ['web', []],
  ]);
});

test('is nothing in an environment of one region', () => {
  expect(globalData(['us-east-1'])).toStrictEqual([]);
});
