import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** Calls a second to a callee of 4 replicas with 100 each. */
const tried = (rate: number, retries: number) => {
  const { system, context } = soundSystem();
  const front = addService(context, 'front');
  const back = addService(context, 'back', { throughput: { perReplica: 100, peak: 266 } });
  front.calls(back.api.operation('Do'), {
    timeout: '500ms',
    perTry: '100ms',
    retries,
    rate,
    criticality: 'required',
  });
  return system;
};

describe('RTY-004', () => {
  test('accepts retries that the most replicas carry', () => {
    expect(breaches(tried(200, 1), 'RTY-004')).toStrictEqual([]);
  });

  test('leaves what is too much without retries to CAP-002', () => {
    expect(breaches(tried(401, 1), 'RTY-004')).toStrictEqual([]);
  });

  test('warns of more', () => {
    expect(breaches(tried(201, 1), 'RTY-004')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.back',
        problem:
          'in production 201 requests a second become up to 402 when all of them are tried again, 4 replicas carry 400',
        numbers: { demand: 201, triedDemand: 402, capacity: 400, maxReplicas: 4 },
        fix: 'set replicas.max to 5, or lower the retries of the calls to it',
      },
    ]);
  });
});
