import { planSystem, type Grant, type RegionPlan } from '../../lib/plan';
import { toStatements, type GrantValues } from '../../stacks/grant-statements';
import { soundSystem } from '../support/systems';

const region = firstRegion();

function firstRegion(): RegionPlan {
  const [first] = planSystem(soundSystem().system).environments.flatMap(({ regions }) => regions);
  if (first === undefined) throw new Error('the sound system has no region');
  return first;
}
const CLUSTER = 'arn:aws:kafka:eu-west-1:111122223333:cluster/old/1-2-3';
const VALUES: GrantValues = {
  kafkaArn: () => CLUSTER,
  store: (kind, name) =>
    kind === 'PostgresDatabase'
      ? { databaseResourceId: `cluster-OF-${name}` }
      : { keyArn: `key-of-${kind}-${name}` },
  secret: (name) => ({ arn: `secret-${name}`, keyArn: `key-of-secret-${name}` }),
};

function resourcesOf(resource: Grant['resources'][number], values = VALUES): readonly string[] {
  return toStatements(
    region,
    [{ sid: 'One', actions: ['a:Do'], resources: [resource] }],
    values,
  ).flatMap(({ resources }) => resources);
}

test('a statement keeps its id and its actions', () => {
  expect(
    toStatements(
      region,
      [{ sid: 'Read', actions: ['s3:GetObject'], resources: [{ kind: 'arn', arn: 'arn:x' }] }],
      VALUES,
    ),
  ).toEqual([{ sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:x'] }]);
});

test('the user of a database is named by the id that AWS gave its cluster', () => {
  expect(resourcesOf({ kind: 'database-user', store: 'orders', user: 'order_service' })).toEqual([
    'arn:aws:rds-db:eu-west-1:111122223333:dbuser:cluster-OF-orders/order_service',
  ]);
});

test.each(['ObjectBucket', 'DynamoTable'] as const)(
  'the key of a %s is that of its store',
  (of) => {
    expect(resourcesOf({ kind: 'store-key', store: 'labels', of })).toEqual([
      `key-of-${of}-labels`,
    ]);
  },
);

test('a secret is named as AWS named it, and its key is its own', () => {
  expect(resourcesOf({ kind: 'secret', secret: 'pay' })).toEqual(['secret-pay']);
  expect(resourcesOf({ kind: 'secret-key', secret: 'pay' })).toEqual(['key-of-secret-pay']);
});

test.each([
  ['cluster', CLUSTER],
  ['topic', 'arn:aws:kafka:eu-west-1:111122223333:topic/old/1-2-3/placed'],
  ['group', 'arn:aws:kafka:eu-west-1:111122223333:group/old/1-2-3/placed'],
] as const)('a %s of a Kafka cluster whose ARN is known is an ARN', (type, arn) => {
  expect(resourcesOf({ kind: 'kafka', type, name: 'placed' })).toEqual([arn]);
});

test('a topic of a Kafka cluster whose ARN is not known yet is left to Terraform', () => {
  const [topic = ''] = resourcesOf(
    { kind: 'kafka', type: 'topic', name: 'placed' },
    { ...VALUES, kafkaArn: () => '${TfToken[TOKEN.1]}' },
  );

  expect(topic).toMatch(/^\$\{TfToken\[TOKEN\.\d+\]\}\/placed$/);
  expect(topic).not.toContain('${TfToken[TOKEN.1]}');
});
