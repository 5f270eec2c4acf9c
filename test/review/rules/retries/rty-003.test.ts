import { Api, Service, type HttpOperationProps } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, CALL, WEB } from '../../breaches';

const retry = (operation: 'PlaceOrder' | 'Cancel', retries: number) => {
  const { system, web, orders } = soundSystem();
  const timing = { timeout: '5s', perTry: '50ms', criticality: 'required' } as const;
  web.calls(orders.api.operation(operation), { ...timing, retries });
  return breaches(system, 'RTY-003');
};

const retryHttp = (operation: HttpOperationProps) => {
  const { system, context, web, orders } = soundSystem();
  const payments = new Service(context, 'payments', {
    image: 'registry.example.com/shop/payments',
    api: Api.http({ Pay: operation }),
    replicas: orders.replicas,
    resources: { cpu: '1', memory: '1Gi' },
    throughput: orders.throughput,
    objective: { availability: '90%' },
  });
  const timing = { timeout: '5s', perTry: '50ms', criticality: 'required' } as const;
  web.calls(payments.api.operation('Pay'), { ...timing, retries: 1 });
  return breaches(system, 'RTY-003');
};

describe('RTY-003', () => {
  test('accepts retries of an idempotent operation, and none of another', () => {
    expect(retry('PlaceOrder', 1)).toStrictEqual([]);
    expect(retry('Cancel', 0)).toStrictEqual([]);
  });

  test('refuses retries of an operation that is not idempotent', () => {
    expect(retry('Cancel', 1)).toStrictEqual([
      {
        path: CALL.replace('PlaceOrder', 'Cancel'),
        problem: 'retries is 1, and orders.Cancel is not idempotent',
        numbers: { retries: 1 },
        fix: 'set retries to 0, or declare it idempotent, if it is',
      },
    ]);
  });

  test('goes by the method of HTTP, and by the key that makes repeating harmless', () => {
    expect(retryHttp({ method: 'PUT', path: '/pay' })).toStrictEqual([]);
    expect(
      retryHttp({ method: 'POST', path: '/pay', idempotencyKey: 'Idempotency-Key' }),
    ).toStrictEqual([]);
    expect(retryHttp({ method: 'POST', path: '/pay' })).toStrictEqual([
      expect.objectContaining({
        path: `${WEB}/Call.payments.Pay`,
        fix: 'set retries to 0, or give it an idempotencyKey',
      }),
    ]);
  });
});
