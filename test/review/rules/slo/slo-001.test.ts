import { addService, soundSystem } from '../../../support/systems';
import { RedisCache, Topic } from '../../../../lib/model';
import { breaches, ORDERS, rulesBroken } from '../../breaches';

const promise = (availability: `${number}%`, ownAvailability: `${number}%` = '99.95%') =>
  soundSystem({ orders: { objective: { availability, ownAvailability } } });

describe('SLO-001', () => {
  test('accepts a promise that the parts allow exactly', () => {
    // 99.95% x 99.99% = 99.940005%
    expect(rulesBroken(promise('99.940005%').system)).toStrictEqual([]);
  });

  test('refuses a promise above what the parts allow', () => {
    expect(breaches(promise('99.9400051%').system, 'SLO-001')).toStrictEqual([
      {
        path: ORDERS,
        problem:
          'in production objective.availability is 99.9400051%, its 2 required parts allow 99.940005%: orders 99.95% costs 83%, store orders of orders 99.99% costs 17%',
        numbers: {
          promisedPercent: 99.9400051,
          allowedPercent: 99.940005,
          requiredParts: 2,
        },
        fix: 'set objective.availability to 99.94%, objective.ownAvailability to 99.9500002% or make store orders optional',
      },
    ]);
  });

  test('offers no own availability that nobody can reach', () => {
    const [found] = breaches(promise('99.995%').system, 'SLO-001');

    expect(found?.fix).toBe('set objective.availability to 99.94% or make store orders optional');
  });

  test('names the call that leads to the costliest part', () => {
    const { system } = soundSystem({ web: { objective: { availability: '99.9%' } } });
    const [found] = breaches(system, 'SLO-001');

    expect(found?.problem).toBe(
      'in production objective.availability is 99.9%, its 3 required parts allow 99.890035%: orders 99.95% costs 45%, web 99.95% costs 45%, store orders of orders 99.99% costs 9%',
    );
    expect(found?.fix).toBe(
      'set objective.availability to 99.89%, objective.ownAvailability to 99.959971% or make the call that leads to orders optional',
    );
  });

  test('takes a database of a single instance for one zone', () => {
    const { system, production, database } = soundSystem();
    production.size(database, { instances: 1 });

    expect(breaches(system, 'SLO-001').map(({ numbers }) => numbers)).toStrictEqual([
      { promisedPercent: 99.9, allowedPercent: 99.85005, requiredParts: 2 },
    ]);
  });

  test('asks for an outbox where the broker costs most', () => {
    const { system, context } = soundSystem();
    const worker = addService(context, 'worker', {
      objective: { availability: '99.95%', ownAvailability: '99.99%' },
    });
    worker.publishes(new Topic(worker, 'worker-done', { partitions: 1, key: 'id' }));

    const [found] = breaches(system, 'SLO-001');

    expect(found?.problem).toBe(
      'in production objective.availability is 99.95%, its 2 required parts allow 99.89001%: the Kafka broker 99.9% costs 91%, worker 99.99% costs 9%',
    );
    expect(found?.fix).toBe('set objective.availability to 99.89% or publish with an outbox');
  });

  test('does not count optional calls and stores', () => {
    const { system, web } = soundSystem({
      web: { objective: { availability: '99.9%' } },
      weight: { criticality: 'optional', fallback: 'default' },
    });
    new RedisCache(web, 'pages');

    expect(breaches(system, 'SLO-001')).toStrictEqual([]);
  });

  test('judges no environment that may be disposed of', () => {
    const { system } = soundSystem({
      orders: { objective: { availability: '99.999%' } },
      production: { protection: 'disposable' },
    });

    expect(rulesBroken(system)).toStrictEqual([]);
  });

  test('finds nothing more where a promise cannot be read', () => {
    expect(rulesBroken(promise('100%').system)).toStrictEqual(['DCL-003']);
  });
});
