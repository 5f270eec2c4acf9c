import { DIGEST, soundSystem } from '../../../support/systems';
import { breaches, ORDERS } from '../../breaches';

const TWO = { regions: ['eu-west-1', 'us-east-1'] } as const;

describe('REL-001', () => {
  test('accepts a digest of each service', () => {
    expect(breaches(soundSystem().system, 'REL-001')).toStrictEqual([]);
  });

  test('refuses a service without digest', () => {
    const { system } = soundSystem({ production: { releases: { web: DIGEST } } });

    expect(breaches(system, 'REL-001')).toStrictEqual([
      {
        path: ORDERS,
        problem: 'in production releases say no digest of orders',
        numbers: { regionsWithoutDigest: 1 },
        fix: 'release orders to production: its digest goes into the releases file',
      },
    ]);
  });

  test('names the regions where only some have none', () => {
    const releases = { web: { default: DIGEST }, orders: { 'eu-west-1': DIGEST } };
    const { system } = soundSystem({ production: { ...TWO, releases } });

    expect(breaches(system, 'REL-001').map(({ problem }) => problem)).toStrictEqual([
      'in production releases say no digest of orders for us-east-1',
    ]);
  });

  test('says it once, however many regions there are', () => {
    const { system } = soundSystem({ production: { ...TWO, releases: { web: DIGEST } } });

    expect(
      breaches(system, 'REL-001').map(({ problem, numbers }) => [problem, numbers]),
    ).toStrictEqual([
      ['in production releases say no digest of orders', { regionsWithoutDigest: 2 }],
    ]);
  });

  test('leaves disposable environments to REL-002', () => {
    const { system } = soundSystem({ production: { protection: 'disposable', releases: {} } });

    expect(breaches(system, 'REL-001')).toStrictEqual([]);
  });
});
