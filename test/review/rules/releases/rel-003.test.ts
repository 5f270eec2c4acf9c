import { DIGEST, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

describe('REL-003', () => {
  test('accepts releases of services', () => {
    expect(breaches(soundSystem().system, 'REL-003')).toStrictEqual([]);
  });

  test('refuses a release of anything else, whatever the protection', () => {
    const releases = { web: DIGEST, orders: DIGEST, order: DIGEST };
    const { system } = soundSystem({ production: { protection: 'disposable', releases } });

    expect(breaches(system, 'REL-003')).toStrictEqual([
      {
        path: 'shop/Environment.production',
        problem: "releases name 'order', which is no service",
        numbers: { service: 'order' },
        fix: "remove 'order' from the releases, or write the service's name as it is declared",
      },
    ]);
  });
});
