import {
  EventSchema,
  primary,
  regional,
  Topic,
  type Region,
  type TopicProps,
} from '../../lib/model';
import {
  planSchema,
  planSchemaGrants,
  schemaConnection,
  schemaUses,
} from '../../lib/plan/schema-plan';
import { addService, soundSystem } from '../support/systems';
import { PLACE } from './plans';

const REGIONS = ['eu-west-1', 'us-east-1'] as const;
const TEXT = '{"type":"record","name":"Returned","fields":[{"name":"orderId","type":"string"}]}';
const Returned = new EventSchema('shop.Returned', {
  format: 'AVRO',
  fields: { orderId: { type: 'string', required: true } },
  schema: TEXT,
});

/** An environment of two regions, and a topic whose records are described. */
function returned(props: Partial<TopicProps<'orderId'>> = {}) {
  const { context, production: environment } = soundSystem({
    production: { regions: REGIONS },
  });
  const topic = new Topic(addService(context, 'returns'), 'order-returned', {
    ...{ partitions: 12, key: 'orderId', event: Returned, ...props },
  });
  return { environment, topic };
}

const at = (region: Region) => ({ ...PLACE, region });
const ARN = 'arn:aws:glue:eu-west-1:111122223333';

test('a topic whose records are described has a schema of its name in the region it is written in', () => {
  const { environment, topic } = returned({ placement: regional({ partitionedBy: 'home' }) });

  expect(planSchema(environment, at('eu-west-1'), topic)).toStrictEqual({
    name: 'order-returned',
    registryArn: `${ARN}:registry/shop-production`,
    event: 'shop.Returned',
    compatibility: 'BACKWARD',
    dataFormat: 'AVRO',
    definition: TEXT,
  });
  expect(planSchema(environment, at('us-east-1'), topic)?.registryArn).toBe(
    'arn:aws:glue:us-east-1:111122223333:registry/shop-production',
  );
});

test('its mode of compatibility is that of the topic', () => {
  const { environment, topic } = returned({ compatibility: 'FULL_TRANSITIVE' });

  expect(planSchema(environment, at('eu-west-1'), topic)?.compatibility).toBe('FULL_TRANSITIVE');
});

test('what is not described, or lives in a cluster that exists already, is not registered', () => {
  const { production, topic } = soundSystem();
  const shared = returned();
  const kafka = {
    clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shared/0-1',
    bootstrapBrokers: 'b-1.shared.example.com:9098',
  } as const;
  shared.environment.existing('eu-west-1', { kafka });

  expect(planSchema(production, PLACE, topic)).toBeUndefined();
  expect(planSchema(shared.environment, at('eu-west-1'), shared.topic)).toBeUndefined();
  expect(planSchema(shared.environment, at('us-east-1'), shared.topic)).toBeDefined();
});

test('records of a copied topic name their schema by the registry of the region they are written in', () => {
  const { environment, topic } = returned({
    placement: primary('eu-west-1', { readers: 'everywhere' }),
  });
  const [use, ...more] = schemaUses(environment, at('us-east-1'), [
    { topic, threads: 1 },
    { topic, threads: 2 },
  ]);
  if (use === undefined) throw new Error('it is not registered');

  expect(more).toStrictEqual([]);
  expect(use).toStrictEqual({
    name: 'order-returned',
    region: 'eu-west-1',
    registry: 'shop-production',
    registryArn: `${ARN}:registry/shop-production`,
    schemaArn: `${ARN}:schema/shop-production/order-returned`,
  });
  expect(schemaConnection(at('us-east-1'), [use])).toStrictEqual({
    literals: {
      SCHEMA_REGISTRY: 'shop-production',
      TOPIC_ORDER_RETURNED_SCHEMA_REGION: 'eu-west-1',
    },
    reach: {
      name: 'glue',
      hosts: ['glue.eu-west-1.amazonaws.com'],
      port: 443,
      protocol: 'TLS',
      cidrs: ['0.0.0.0/0'],
    },
  });
  expect(schemaConnection(at('eu-west-1'), [use]).literals).toStrictEqual({
    SCHEMA_REGISTRY: 'shop-production',
  });
});

test('who publishes finds its schema by its text, who consumes by an id', () => {
  const { environment, topic } = returned();
  const uses = schemaUses(environment, at('eu-west-1'), [{ topic }]);

  expect(planSchemaGrants(uses, uses)).toStrictEqual([
    {
      sid: 'SchemasToPublish',
      actions: ['glue:GetSchemaByDefinition'],
      resources: [
        { kind: 'arn', arn: `${ARN}:registry/shop-production` },
        { kind: 'arn', arn: `${ARN}:schema/shop-production/order-returned` },
      ],
    },
    {
      sid: 'SchemasToConsume',
      actions: ['glue:GetSchemaVersion'],
      resources: [{ kind: 'arn', arn: '*' }],
    },
  ]);
  expect(planSchemaGrants([], [])).toStrictEqual([]);
  expect(schemaConnection(PLACE, [])).toStrictEqual({});
});
