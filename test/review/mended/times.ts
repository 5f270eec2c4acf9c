import { Api, Journey } from '../../../lib/model';
import { addService, soundSystem } from '../../support/systems';
import { ms, number, sound, type Mended } from './mended';

/** Rules on timeouts and retries. */
export const TIMES: readonly Mended[] = [
  {
    rule: 'TMO-001',
    what: 'the try',
    fix: /set perTry of the call from web to (\w+)/,
    build: (value) =>
      sound({
        orders: { processing: '57ms' },
        call: { timeout: '60ms', perTry: ms(value, '50ms') },
      }),
  },
  {
    rule: 'TMO-002',
    what: 'the timeout',
    fix: /set timeout to (\w+)/,
    build: (value) => {
      const { system, context, orders } = soundSystem();
      const stock = addService(context, 'stock');
      orders.calls(stock.api.operation('Do'), {
        ...{ timeout: ms(value, '77ms'), perTry: '20ms', criticality: 'required' },
      });
      return system;
    },
  },
  {
    rule: 'TMO-001',
    what: 'the calls',
    fix: /let its calls take (\w+) together/,
    build: (value) => {
      const { system, context, orders } = soundSystem();
      const stock = addService(context, 'stock');
      orders.calls(stock.api.operation('Do'), {
        ...{ timeout: ms(value, '45ms'), criticality: 'required' },
      });
      return system;
    },
  },
  {
    rule: 'TMO-002',
    what: 'the try',
    fix: /set perTry of the call from web to (\w+)/,
    build: (value) => {
      const perTry = ms(value, '50ms');
      const { system, context, orders } = soundSystem({ call: { timeout: '200ms', perTry } });
      const stock = addService(context, 'stock');
      orders.calls(stock.api.operation('Do'), {
        ...{ timeout: '77ms', perTry: '20ms', criticality: 'required' },
      });
      return system;
    },
  },
  {
    rule: 'TMO-003',
    what: 'the first try',
    fix: /perTry to (\w+) and retries to 0/,
    build: (value) =>
      sound({
        call: {
          timeout: '40ms',
          ...{ perTry: ms(value, '50ms'), retries: value === undefined ? 1 : 0 },
        },
      }),
  },
  {
    rule: 'TMO-003',
    what: 'the timeout',
    fix: /set timeout to (\w+)/,
    build: (value) => sound({ call: { timeout: ms(value, '60ms'), perTry: '50ms', retries: 2 } }),
  },
  {
    rule: 'TMO-003',
    what: 'the retries',
    fix: /retries to (\d+)/,
    build: (value) =>
      sound({ call: { timeout: '130ms', perTry: '50ms', retries: number(value, 4) } }),
  },
  {
    rule: 'TMO-004',
    what: 'the try',
    fix: /set perTry to (\w+)/,
    build: (value) => sound({ call: { perTry: ms(value, '33ms') } }),
  },
  {
    rule: 'TMO-005',
    what: 'the calls',
    fix: /let its calls take (\w+) together/,
    build: (value) => {
      const { system, context } = soundSystem();
      const front = addService(context, 'front', { processing: '700ms' });
      const back = addService(context, 'back');
      const timeout = ms(value, '19000ms');
      front.calls(back.api.operation('Do'), { timeout, criticality: 'required' });
      new Journey(system, 'visit', { steps: [front.api.operation('Do')], peak: 10 });
      return system;
    },
  },
  {
    rule: 'TMO-006',
    what: 'the try',
    fix: /set perTry to (\w+)/,
    build: (value) =>
      sound({
        orders: {
          api: Api.grpc('shop.v1.Orders', {
            PlaceOrder: { idempotent: true, deadline: '55ms' },
            Cancel: {},
          }),
        },
        call: { perTry: ms(value, '50ms') },
      }),
  },
  {
    rule: 'RTY-001',
    what: 'the retries',
    fix: /set retries to (\d+)/,
    build: (value) => sound({ call: { timeout: '9s', retries: number(value, 7) } }),
  },
  {
    rule: 'RTY-002',
    what: 'the retries',
    fix: /set retries to (\d+)/,
    build: (value) => {
      const { system, context, orders } = soundSystem({ call: { timeout: '9s', retries: 1 } });
      const stock = addService(context, 'stock');
      orders.calls(stock.api.operation('Do'), {
        ...{ timeout: '45ms', perTry: '10ms', retries: number(value, 1) },
        criticality: 'required',
      });
      return system;
    },
  },
  {
    rule: 'RTY-003',
    what: 'the retries',
    fix: /set retries to (\d+)/,
    build: (value) => {
      const { system, web, orders } = soundSystem();
      web.calls(orders.api.operation('Cancel'), {
        ...{ timeout: '200ms', perTry: '50ms', retries: number(value, 2) },
        criticality: 'required',
      });
      return system;
    },
  },
];
