import { planSystem, type Grant, type RegionPlan } from '../../lib/plan';
import { toStatements, type GrantValues } from '../../stacks/grant-statements';
import { soundSystem } from '../support/systems';

const region = firstRegion();

function firstRegion(): RegionPlan {
  const [first] = planSystem(soundSystem().system).flatMap(({ regions }) => regions);
  if (first === undefined) throw new Error('the sound system has no region');
  return first;
}
const CLUSTER = 'arn:aws:kafka:eu-west-1:111122223333:cluster/old/1-2-3';
const VALUES: GrantValues = {
  kafkaArn: () => CLUSTER,
  databaseResourceId: (store) => `cluster-OF-${store}`,
  bucketKeyArn: (store) => `key-of-${store}`,
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

test('the key of a bucket is the one of its resource', () => {
  expect(resourcesOf({ kind: 'bucket-key', store: 'labels' })).toEqual(['key-of-labels']);
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
