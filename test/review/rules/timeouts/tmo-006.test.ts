import { Api } from '../../../../lib/model';
import { addOffering, addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** `front` waits so long for a try of `slow.Do`, which may take 500ms. */
const waiting = (perTry: `${bigint}ms`, deadline?: '500ms') => {
  const { system, context } = soundSystem();
  const api = Api.grpc('shop.v1.Slow', { Do: { ...(deadline && { deadline }) } });
  const slow = addOffering(context, 'slow', api);
  addService(context, 'front').calls(slow.api.operation('Do'), {
    ...{ timeout: '900ms', perTry, criticality: 'required' },
  });
  return breaches(system, 'TMO-006');
};

describe('TMO-006', () => {
  test('accepts a try that lasts as long as the operation may', () => {
    expect(waiting('500ms', '500ms')).toStrictEqual([]);
  });

  test('asks nothing where the contract says nothing', () => {
    expect(waiting('1ms')).toStrictEqual([]);
  });

  test('refuses a shorter one', () => {
    expect(waiting('499ms', '500ms')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.front/Call.slow.Do',
        problem: 'perTry is 499ms, and by its contract slow.Do may take 500ms',
        numbers: { perTryMs: 499, deadlineMs: 500 },
        fix: 'set perTry to 500ms, or agree on a deadline of 499ms',
      },
    ]);
  });
});
