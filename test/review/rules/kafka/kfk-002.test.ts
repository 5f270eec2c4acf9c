import { Topic } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, WEB } from '../../breaches';

describe('KFK-002', () => {
  test('accepts a topic that is published', () => {
    expect(breaches(soundSystem().system, 'KFK-002')).toStrictEqual([]);
  });

  test('refuses a topic that nobody publishes', () => {
    const { system, orders, web } = soundSystem();
    web.consumes(new Topic(orders, 'order-cancelled', { partitions: 12, key: 'orderId' }));

    expect(breaches(system, 'KFK-002')).toStrictEqual([
      {
        path: WEB,
        problem: "consumes 'order-cancelled', which nobody publishes",
        numbers: { publishers: 0 },
        fix: 'let orders publish it, or remove the consumption',
      },
    ]);
  });
});
