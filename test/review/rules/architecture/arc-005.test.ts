import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

describe('ARC-005', () => {
  test('accepts services that do something', () => {
    expect(breaches(soundSystem().system, 'ARC-005')).toStrictEqual([]);
  });

  test('accepts one that only calls', () => {
    const build = () => {
      const { system, context, orders } = soundSystem();
      addService(context, 'clock').calls(orders.api.operation('Cancel'), {
        timeout: '50ms',
        rate: 1,
        criticality: 'required',
      });
      return system;
    };
    expect(breaches(build(), 'ARC-005')).toStrictEqual([]);
  });

  test('warns of one that does nothing', () => {
    const build = () => {
      const { system, context } = soundSystem();
      addService(context, 'forgotten');
      return system;
    };
    expect(breaches(build(), 'ARC-005')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.forgotten',
        problem: 'nobody calls it, no journey reaches it, and it consumes and publishes nothing',
        numbers: { callers: 0, topics: 0 },
        fix: 'declare who uses it, or remove it',
      },
    ]);
  });
});
