import type { EventSchemaProps } from '../../../lib/aws/glue/event-schema';
import { EventSchema } from '../../../lib/aws/glue/event-schema';
import type { Block } from '../../support/synth-stacks';
import { only, synthOne, thrownBy } from '../one-stack';

const registryArn = 'arn:aws:glue:eu-west-1:111122223333:registry/shop';
const PROPS: EventSchemaProps = {
  registryArn,
  name: 'order-placed',
  dataFormat: 'AVRO',
  definition: '{"type":"record","name":"OrderPlaced","fields":[]}',
  protection: 'retain',
};
const schema = (props: Partial<EventSchemaProps> = {}): Block =>
  only(
    synthOne((scope) => new EventSchema(scope, 'Schema', { ...PROPS, ...props })),
    'aws_glue_schema',
  );

test('new readers must take old records', () => {
  expect(schema()).toMatchObject({
    registry_arn: registryArn,
    schema_name: 'order-placed',
    data_format: 'AVRO',
    compatibility: 'BACKWARD',
    schema_definition: PROPS.definition,
    tags: { Name: 'order-placed' },
  });
  expect(schema()).not.toHaveProperty('description');
});

test('is compatible otherwise when told so', () => {
  expect(schema({ compatibility: 'FULL_ALL', description: 'an order was placed' })).toMatchObject({
    compatibility: 'FULL_ALL',
    description: 'an order was placed',
  });
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: destroy refused is %s', (protection, prevented) => {
  expect(schema({ protection })).toMatchObject({ lifecycle: { prevent_destroy: prevented } });
});

test.each([
  [{ name: 'a b' }, "name 'a b' is not a schema (1 to 255"],
  [{ definition: '' }, 'definition is empty, a schema is needed'],
])('fails if %j', (props, problem) => {
  expect(thrownBy((scope) => new EventSchema(scope, 'Schema', { ...PROPS, ...props }))).toThrow(
    `[test/Schema] ${problem}`,
  );
});
