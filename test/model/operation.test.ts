import { unknownOperation } from '../../lib/model/operation';
import { addService, emptyContext, soundSystem } from '../support/systems';

test('a handle knows its service, its name, its contract and its siblings in order', () => {
  const { orders } = soundSystem();
  expect(orders.api.operation('PlaceOrder')).toStrictEqual({
    service: orders,
    name: 'PlaceOrder',
    siblings: ['Cancel', 'PlaceOrder'],
    spec: orders.contract?.operation('PlaceOrder'),
  });
});

test('an unknown operation is named with those that exist', () => {
  const { orders } = soundSystem();
  // @ts-expect-error -- misspelt
  const handle = orders.api.operation('Place');
  expect(handle.spec).toBeUndefined();
  expect(unknownOperation(handle)).toStrictEqual({
    problem: "operation 'Place' does not exist on orders",
    fix: 'use one of Cancel, PlaceOrder',
  });
});

test('a service without contract has none to name', () => {
  const worker = addService(emptyContext().context, 'worker', { api: undefined });
  expect(unknownOperation(worker.api.operation('Do'))).toStrictEqual({
    problem: "operation 'Do' does not exist on worker",
    fix: 'worker has no operations',
  });
});
