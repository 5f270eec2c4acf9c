import { Journey } from '../../../../lib/model';
import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** A journey through an operation of own time 1s that waits for a call. */
const open = (timeout: `${bigint}ms`, edge: 'cloudfront' | 'none' = 'cloudfront') => {
  const { system, context } = soundSystem({ production: { edge } });
  const front = addService(context, 'front', { processing: '1s' });
  const back = addService(context, 'back');
  front.calls(back.api.operation('Do'), { timeout, criticality: 'required' });
  new Journey(system, 'visit', { steps: [front.api.operation('Do')], peak: 10 });
  return system;
};

describe('TMO-005', () => {
  test('accepts an answer as late as the route waits', () => {
    expect(breaches(open('14000ms'), 'TMO-005')).toStrictEqual([]);
  });

  test('asks nothing of operations that the world does not ask for', () => {
    const build = () => {
      const { system, context } = soundSystem();
      addService(context, 'front', { processing: '20s' });
      return system;
    };
    expect(breaches(build(), 'TMO-005')).toStrictEqual([]);
  });

  test('refuses a later one', () => {
    expect(breaches(open('14001ms'), 'TMO-005')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.front',
        problem:
          'in production Do takes up to 15001ms, 1s of its own and 14001ms of calls, and the route of the gateway gives up after 15s',
        numbers: { neededMs: 15001, processingMs: 1000, callsMs: 14001, patienceMs: 15000 },
        fix: 'let its calls take 14s together (the longest is back.Do with 14001ms) or answer at once and let the caller ask for the result',
      },
    ]);
  });

  test('holds without an edge too: the route is always there', () => {
    expect(breaches(open('14001ms', 'none'), 'TMO-005')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.front',
        problem:
          'in production Do takes up to 15001ms, 1s of its own and 14001ms of calls, and the route of the gateway gives up after 15s',
        numbers: { neededMs: 15001, processingMs: 1000, callsMs: 14001, patienceMs: 15000 },
        fix: 'let its calls take 14s together (the longest is back.Do with 14001ms) or answer at once and let the caller ask for the result',
      },
    ]);
  });

  test('offers no budget where the own time is too long already', () => {
    const build = () => {
      const { system, context } = soundSystem();
      const front = addService(context, 'front', { processing: '16s' });
      new Journey(system, 'visit', { steps: [front.api.operation('Do')], peak: 10 });
      return system;
    };
    expect(breaches(build(), 'TMO-005')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.front',
        problem:
          'in production Do takes up to 16s, 16s of its own and 0s of calls, and the route of the gateway gives up after 15s',
        numbers: { neededMs: 16000, processingMs: 16000, callsMs: 0, patienceMs: 15000 },
        fix: 'answer at once and let the caller ask for the result',
      },
    ]);
  });

  test('offers no budget of nothing for the calls either', () => {
    const { system, context } = soundSystem();
    const front = addService(context, 'front', { processing: '15s' });
    const back = addService(context, 'back').api.operation('Do');
    front.calls(back, { timeout: '5ms', criticality: 'required' });
    new Journey(system, 'visit', { steps: [front.api.operation('Do')], peak: 10 });

    expect(breaches(system, 'TMO-005').map(({ fix }) => fix)).toStrictEqual([
      'answer at once and let the caller ask for the result',
    ]);
  });
});
