import { nameProblem, type NameKind } from '../../lib/core/names';
import {
  activeActive,
  BoundedContext,
  DynamoTable,
  Environment,
  Journey,
  ObjectBucket,
  PostgresDatabase,
  primary,
  readSystem,
  RedisCache,
  regional,
  System,
  Team,
  Topic,
} from '../../lib/model';
import { planSystem } from '../../lib/plan';
import { addService } from '../support/systems';
import { publishedNames } from './published-names';

const HOME = regional({ partitionedBy: 'customer home region' });
const KEY = { name: 'id', type: 'S' } as const;
/** Every kind of name that a plan publishes. */
const ALL_KINDS: readonly NameKind[] = [
  ...(['kubernetesNamespace', 'kubernetesService', 'kubernetesName', 'route53Name'] as const),
  ...(['iamRole', 'eksCluster', 'mskCluster', 'kafkaTopic', 'loadBalancer', 'snsTopic'] as const),
  ...(['backupVault', 'openSearchDomain', 'ssmParameter', 'rdsIdentifier'] as const),
  ...(['postgresIdentifier', 'dynamoTable', 'elastiCacheReplicationGroup', 's3Bucket'] as const),
];

test('every name that is planned is allowed where it is used, for the longest names too', () => {
  const long = (letter: string) => letter.repeat(40);
  const system = new System('s'.repeat(20), {
    domain: 'shop.example.com',
    repository: 'example/shop',
    registry: { account: '111122223333', region: 'eu-west-1' },
  });
  const team = new Team(system, long('t'), { kind: 'platform', slack: '#platform' });
  const context = new BoundedContext(system, long('c'), { team, subdomain: 'core' });
  const service = addService(context, long('o'), { secrets: { KEY: long('k') } });
  const placement = HOME;
  const copied = primary('ap-southeast-7', { readers: 'everywhere' });
  new PostgresDatabase(service, long('p'), { storage: '1Gi', poolPerReplica: 1, placement });
  new DynamoTable(service, long('d'), { partitionKey: KEY, placement });
  new RedisCache(service, long('r'), { placement });
  new ObjectBucket(service, long('b'), { placement });
  new ObjectBucket(service, long('w'), { placement: copied });
  new ObjectBucket(service, long('x'), {
    placement: activeActive({ conflict: 'last-writer-wins' }),
  });
  new Topic(service, long('k'), { partitions: 1, key: 'id', placement: copied });
  new Journey(system, long('j'), { steps: [service.api.operation('Do')], peak: 1 });
  new Environment(system, 'e'.repeat(9), {
    account: '111122223333',
    protection: 'retain',
    regions: ['ap-southeast-7', 'us-east-1'],
  });
  expect(readSystem(system).findings).toStrictEqual([]);

  const names = publishedNames(planSystem(system));
  const kinds = new Set(names.map(([kind]) => kind));
  expect(ALL_KINDS.filter((kind) => !kinds.has(kind))).toStrictEqual([]);
  expect(names.flatMap(([kind, name]) => nameProblem(name, kind) ?? [])).toStrictEqual([]);
  const roles = names.filter(([kind]) => kind === 'iamRole').map(([, name]) => name);
  expect(roles.filter((role, index) => roles.indexOf(role) !== index)).toStrictEqual([]);
});
