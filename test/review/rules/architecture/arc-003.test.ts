import { DynamoTable, ObjectBucket, RedisCache, Topic, type Service } from '../../../../lib/model';
import { addService, soundSystem } from '../../../support/systems';
import { breaches, rulesBroken } from '../../breaches';

const KEY = { partitionKey: { name: 'id', type: 'S' } } as const;
const publisher = (own: (worker: Service) => void) => {
  const { system, context } = soundSystem();
  const worker = addService(context, 'worker');
  own(worker);
  worker.publishes(new Topic(worker, 'worker-done', { partitions: 1, key: 'id' }));
  return system;
};

describe('ARC-003', () => {
  test('accepts an outbox', () => {
    expect(breaches(soundSystem().system, 'ARC-003')).toStrictEqual([]);
  });

  test.each<[string, (worker: Service) => void]>([
    ['no store', () => undefined],
    [
      'a cache',
      (worker) => {
        new RedisCache(worker, 'pages', { criticality: 'required' });
      },
    ],
    [
      'a bucket',
      (worker) => {
        new ObjectBucket(worker, 'labels');
      },
    ],
    [
      'an optional table',
      (worker) => {
        new DynamoTable(worker, 'seen', { ...KEY, criticality: 'optional' });
      },
    ],
  ])('accepts a service with %s that publishes directly', (_, own) => {
    expect(breaches(publisher(own), 'ARC-003')).toStrictEqual([]);
  });

  test('refuses a service that stores and publishes apart', () => {
    const system = publisher((worker) => {
      new DynamoTable(worker, 'seen', KEY);
    });

    expect(breaches(system, 'ARC-003')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.worker',
        problem: "writes seen and publishes 'worker-done' without an outbox",
        numbers: { store: 'seen', topic: 'worker-done' },
        fix: "publish 'worker-done' with outbox seen",
      },
    ]);
  });

  test('leaves a topic of another service to the declaration', () => {
    const { system, context, topic } = soundSystem();
    const worker = addService(context, 'worker');
    new DynamoTable(worker, 'seen', KEY);
    worker.publishes(topic);

    expect(rulesBroken(system)).toStrictEqual(['DCL-009', 'REL-001']);
  });
});
