import { addService, soundSystem } from '../../../support/systems';
import { breaches, rulesBroken, WEB } from '../../breaches';

const shared = (partitions: number, max: number) =>
  soundSystem({ topic: { partitions }, web: { replicas: { min: Math.min(2, max), max } } }).system;

describe('KFK-003', () => {
  test.each([1, 2, 5, 10])('accepts %d consumers of 10 partitions', (consumers) => {
    expect(breaches(shared(10, consumers), 'KFK-003')).toStrictEqual([]);
  });

  test('warns of consumers that do not divide the partitions', () => {
    expect(breaches(shared(10, 4), 'KFK-003')).toStrictEqual([
      {
        path: WEB,
        problem:
          'in production 4 consumers (4 replicas x 1 thread) do not share the 10 partitions of order-placed evenly: some have 3, some 2',
        numbers: { partitions: 10, consumers: 4, maxReplicas: 4, threads: 1 },
        fix: 'set replicas.max to 2 or set partitions to 12 before the first record is written',
      },
    ]);
  });

  test('offers only partitions where threads never divide them', () => {
    const { system, topic, context } = soundSystem({ topic: { partitions: 16 } });
    addService(context, 'worker').consumes(topic, { threads: 3 });

    expect(
      breaches(system, 'KFK-003')
        .filter(({ path }) => path.endsWith('worker'))
        .map(({ fix }) => fix),
    ).toStrictEqual(['set partitions to 24 before the first record is written']);
  });

  test('leaves too many consumers to KFK-001', () => {
    expect(rulesBroken(shared(10, 11))).toStrictEqual(['KFK-001']);
  });
});
