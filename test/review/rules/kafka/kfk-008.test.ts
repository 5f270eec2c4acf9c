import { Topic } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

describe('KFK-008', () => {
  test('accepts a topic that somebody consumes', () => {
    expect(breaches(soundSystem().system, 'KFK-008')).toStrictEqual([]);
  });

  test('warns of one that nobody does', () => {
    const build = () => {
      const { system, orders, database } = soundSystem();
      orders.publishes(new Topic(orders, 'order-cancelled', { partitions: 6, key: 'orderId' }), {
        outbox: database,
      });
      return system;
    };
    expect(breaches(build(), 'KFK-008')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders/Topic.order-cancelled',
        problem: "nobody consumes 'order-cancelled'",
        numbers: { consumers: 0, partitions: 6 },
        fix: 'remove it from orders, or declare who consumes it',
      },
    ]);
  });
});
