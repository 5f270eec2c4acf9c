import {
  activeActive,
  Api,
  DynamoTable,
  EventSchema,
  primary,
  regional,
  type EnvironmentProps,
  type TopicProps,
} from '../../../../lib/model';
import { soundSystem, type Variation } from '../../../support/systems';
import { breaches, ORDERS, WEB } from '../../breaches';

const HOME = regional({ partitionedBy: 'customer home region' });
const REGIONS = ['eu-west-1', 'us-east-1'] as const;
const event = new EventSchema('shop.OrderPlaced', {
  format: 'AVRO',
  fields: {
    orderId: { type: 'string' },
    email: { type: 'string', classification: 'pii' },
    phone: { type: 'string', classification: 'pii' },
  },
  schema: '{}',
});
const offered: Variation['orders'] = {
  api: Api.grpc('shop.v1.Orders', {
    PlaceOrder: { idempotent: true, classified: { request: { email: 'pii' } } },
    Cancel: {},
  }),
};

type Placement = NonNullable<TopicProps['placement']>;
type Data = NonNullable<EnvironmentProps['data']>;

/** Orders tell of people over a topic and keep what they tell, each where it is said. */
const kept = (
  data: Data,
  topic: Placement,
  database: Placement = topic,
  regions: EnvironmentProps['regions'] = REGIONS,
) =>
  soundSystem({
    topic: { event, placement: topic },
    database: { placement: database },
    production: { regions, data },
  });
const found = (...of: Parameters<typeof kept>) => breaches(kept(...of).system, 'CON-003');

describe('CON-003', () => {
  test('accepts data where it may be', () => {
    const eu = primary('eu-west-1', { readers: [] });

    expect(found({ pii: REGIONS }, HOME)).toStrictEqual([]);
    expect(found({ pii: ['eu-west-1'] }, eu)).toStrictEqual([]);
  });

  test('asks nothing of a class of which nothing is said, or of which there is no field', () => {
    expect(found({}, HOME)).toStrictEqual([]);
    expect(found({ pci: [] }, HOME)).toStrictEqual([]);
  });

  test('refuses a topic and a store that are everywhere', () => {
    expect(found({ pii: ['eu-west-1'] }, HOME)).toStrictEqual([
      {
        path: `${ORDERS}/PostgresDatabase.orders`,
        problem:
          'in production PostgresDatabase orders keeps what orders sees of pii (it publishes order-placed: email, phone of shop.OrderPlaced) and is in us-east-1, where pii may not be',
        numbers: { environment: 'production', classification: 'pii', regions: 'us-east-1' },
        fix: 'add us-east-1 to data.pii of production, or place it elsewhere',
      },
      {
        path: `${ORDERS}/Topic.order-placed`,
        problem:
          'in production topic order-placed carries pii (email, phone of shop.OrderPlaced) and is in us-east-1, where pii may not be',
        numbers: { environment: 'production', classification: 'pii', regions: 'us-east-1' },
        fix: 'add us-east-1 to data.pii of production, or place it elsewhere',
      },
    ]);
  });

  test('follows copies', () => {
    const copied = primary('eu-west-1', { readers: 'everywhere' });
    const home = primary('eu-west-1', { readers: [] });

    expect(found({ pii: ['eu-west-1'] }, copied, home)).toMatchObject([
      {
        problem:
          'in production topic order-placed carries pii (email, phone of shop.OrderPlaced) and is written in eu-west-1 and is in us-east-1, where pii may not be',
      },
    ]);
    expect(found({ pii: ['eu-west-1'] }, home, copied)).toHaveLength(1);
    expect(found({ pii: ['us-east-1'] }, home, home).map(({ numbers }) => numbers)).toMatchObject([
      { regions: 'eu-west-1' },
      { regions: 'eu-west-1' },
    ]);
  });

  test('finds everything in the only region of an environment, wherever others write', () => {
    const elsewhere = primary('us-east-1', { readers: [] });

    expect(found({ pii: ['us-east-1'] }, elsewhere, elsewhere, ['eu-west-1'])).toHaveLength(2);
    expect(found({ pii: ['eu-west-1'] }, elsewhere, elsewhere, ['eu-west-1'])).toStrictEqual([]);
  });

  test('looks at the stores of those who are told or asked, too', () => {
    const { system, web } = kept({ pii: ['eu-west-1'] }, primary('eu-west-1', { readers: [] }));
    new DynamoTable(web, 'profiles', {
      partitionKey: { name: 'id', type: 'S' },
      placement: activeActive({ conflict: 'last-writer-wins' }),
    });

    expect(breaches(system, 'CON-003')).toMatchObject([
      {
        path: `${WEB}/DynamoTable.profiles`,
        problem:
          'in production DynamoTable profiles keeps what web sees of pii (it consumes order-placed: email, phone of shop.OrderPlaced) and is replicated to us-east-1, where pii may not be',
      },
    ]);
  });

  test('does not take a topic for classified because its service sees such data', () => {
    const { system } = soundSystem({
      orders: offered,
      topic: { placement: HOME },
      database: { placement: primary('eu-west-1', { readers: [] }) },
      production: { regions: REGIONS, data: { pii: ['eu-west-1'] } },
    });

    expect(breaches(system, 'CON-003')).toStrictEqual([]);
  });

  test('names a store once, however many ways data reaches its service', () => {
    const { system } = soundSystem({
      orders: offered,
      topic: { event, placement: HOME },
      database: { placement: HOME },
      production: { regions: REGIONS, data: { pii: ['eu-west-1'] } },
    });

    expect(breaches(system, 'CON-003')).toHaveLength(2);
  });
});
