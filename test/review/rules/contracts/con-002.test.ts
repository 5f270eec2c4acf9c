import {
  Api,
  EventSchema,
  type Classification,
  type ServiceProps,
  type TopicProps,
} from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, CALL, ORDERS, WEB } from '../../breaches';

const PLACED: Partial<TopicProps> = {
  event: new EventSchema('shop.OrderPlaced', {
    format: 'AVRO',
    fields: {
      orderId: { type: 'string' },
      email: { type: 'string', classification: 'pii' },
      'card.number': { type: 'string', classification: 'pci' },
      'card.holder': { type: 'string', classification: 'pii' },
    },
    schema: '{}',
  }),
};
const CLASSIFIED: Partial<ServiceProps<'PlaceOrder' | 'Cancel'>> = {
  api: Api.grpc('shop.v1.Orders', {
    PlaceOrder: {
      idempotent: true,
      classified: { request: { email: 'pii', phone: 'pii' }, response: { email: 'pii' } },
    },
    Cancel: {},
  }),
};

const ALL: readonly Classification[] = ['pii', 'pci'];
/** The event of the sound system, and who may see what. */
const told = (orders: readonly Classification[], web: readonly Classification[]) =>
  breaches(
    soundSystem({ orders: { handles: orders }, web: { handles: web }, topic: PLACED }).system,
    'CON-002',
  );
/** The operation of the sound system, and who may see what. */
const calling = (orders: readonly Classification[], web: readonly Classification[]) =>
  breaches(
    soundSystem({ orders: { ...CLASSIFIED, handles: orders }, web: { handles: web } }).system,
    'CON-002',
  );

describe('CON-002', () => {
  test('accepts data that nobody classified', () => {
    expect(breaches(soundSystem().system, 'CON-002')).toStrictEqual([]);
  });

  test('accepts services that handle what reaches them', () => {
    expect(told(ALL, ALL)).toStrictEqual([]);
    expect(calling(['pii'], ['pii'])).toStrictEqual([]);
  });

  test('refuses a topic with fields of a class that its consumer does not handle', () => {
    expect(told(ALL, ['pii'])).toStrictEqual([
      {
        path: WEB,
        problem:
          'web consumes order-placed and does not handle pci: card.number of shop.OrderPlaced',
        numbers: { service: 'web', classification: 'pci' },
        fix: "add 'pci' to handles of web, or take the fields out of the contract",
      },
    ]);
  });

  test('refuses one that its producer does not handle, class by class', () => {
    const path = `${ORDERS}/Topic.order-placed`;

    expect(told([], ALL)).toMatchObject([
      {
        path,
        problem:
          'orders publishes order-placed and does not handle pci: card.number of shop.OrderPlaced',
      },
      {
        path,
        problem:
          'orders publishes order-placed and does not handle pii: email, card.holder of shop.OrderPlaced',
      },
    ]);
  });

  test('refuses an operation whose fields the service does not handle', () => {
    expect(calling([], ['pii'])).toMatchObject([
      {
        path: ORDERS,
        problem: 'orders offers PlaceOrder and does not handle pii: email, phone of PlaceOrder',
      },
    ]);
  });

  test('refuses one whose fields a caller does not handle', () => {
    expect(calling(['pii'], ['pci'])).toMatchObject([
      {
        path: CALL,
        problem:
          'web calls orders.PlaceOrder and does not handle pii: email, phone of orders.PlaceOrder',
      },
    ]);
  });
});
