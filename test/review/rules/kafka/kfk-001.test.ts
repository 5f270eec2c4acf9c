import { addService, soundSystem } from '../../../support/systems';
import { breaches, rulesBroken, WEB } from '../../breaches';

const web = (max: number) => soundSystem({ web: { replicas: { min: 1, max } } });

describe('KFK-001', () => {
  test('accepts a consumer for each partition', () => {
    expect(breaches(web(12).system, 'KFK-001')).toStrictEqual([]);
  });

  test('refuses a consumer without partition', () => {
    expect(breaches(web(13).system, 'KFK-001')).toStrictEqual([
      {
        path: WEB,
        problem:
          'in production 13 consumers (13 replicas x 1 thread) share the 12 partitions of order-placed: 1 idle',
        numbers: { partitions: 12, consumers: 13, maxReplicas: 13, threads: 1 },
        fix: 'set replicas.max to 12 or set partitions to 13 before the first record is written',
      },
    ]);
  });

  test('counts the threads of each replica, and leaves out a fix that is none', () => {
    const { system, context, topic } = soundSystem();
    addService(context, 'worker').consumes(topic, { threads: 13 });

    expect(breaches(system, 'KFK-001').map(({ problem, fix }) => [problem, fix])).toStrictEqual([
      [
        'in production 52 consumers (4 replicas x 13 threads) share the 12 partitions of order-placed: 40 idle',
        'set partitions to 52 before the first record is written',
      ],
    ]);
  });

  test('goes by the sizes of each environment', () => {
    const { system, production, web: service } = web(13);
    production.size(service, { replicas: { min: 1, max: 12 } });

    expect(breaches(system, 'KFK-001')).toStrictEqual([]);
  });

  test('finds nothing more where partitions cannot be read', () => {
    expect(rulesBroken(soundSystem({ topic: { partitions: 0 } }).system)).toStrictEqual([
      'DCL-003',
    ]);
  });
});
