import { EventSchema, type EventFormat } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

const told = (format: EventFormat, schema: string) => {
  const event = new EventSchema('shop.Told', {
    ...{ format, schema },
    fields: { orderId: { type: 'string', required: true } },
  });
  return soundSystem({ topic: { event, key: 'orderId' } });
};
const found = (format: EventFormat, schema: string) =>
  breaches(told(format, schema).system, 'CON-004');
const ofLength = (length: number) => 'x'.repeat(length);

describe('CON-004', () => {
  test.each([
    [DRAFT],
    ['http://json-schema.org/draft-04/schema#'],
    ['https://json-schema.org/draft-06/schema'],
  ])('accepts %s', (dialect) => {
    expect(found('JSON', JSON.stringify({ $schema: dialect }))).toStrictEqual([]);
  });

  test('accepts what says no draft, and what is no JSON Schema', () => {
    expect(found('JSON', '{}')).toStrictEqual([]);
    expect(found('AVRO', '{"$schema":"https://example.com"}')).toStrictEqual([]);
  });

  test.each([
    ['https://json-schema.org/draft/2020-12/schema'],
    ['http://json-schema.org/draft-05/schema#'],
  ])('refuses %s', (dialect) => {
    expect(found('JSON', JSON.stringify({ $schema: dialect }))).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders/Topic.order-placed',
        problem: `the schema of shop.Told is written in ${dialect}, which the registry does not know`,
        numbers: { dialect },
        fix: `write it in ${DRAFT}`,
      },
    ]);
  });

  test('counts characters: 170,000 are taken, one more is not', () => {
    expect(found('PROTOBUF', ofLength(170_000))).toStrictEqual([]);
    expect(found('PROTOBUF', ofLength(170_001))).toMatchObject([
      {
        problem: 'the schema of shop.Told has 170001 characters, the registry takes 170000',
        numbers: { characters: 170_001, most: 170_000 },
        fix: 'leave documentation out, or split the event: 1 characters less',
      },
    ]);
  });

  test('asks nothing where no registry is built', () => {
    const { system, production } = told('PROTOBUF', ofLength(170_001));
    for (const region of production.regions)
      production.existing(region, {
        kafka: {
          clusterArn: `arn:aws:kafka:${region}:111122223333:cluster/shared/0-1`,
          bootstrapBrokers: 'b-1.shared.example.com:9098',
        },
      });

    expect(breaches(system, 'CON-004')).toStrictEqual([]);
  });
});
