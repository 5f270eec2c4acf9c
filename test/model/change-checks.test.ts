import { DynamoTable } from '../../lib/model';
import { soundSystem } from '../support/systems';
import { lines } from './lines';

test('an operation, or a topic that is handled, changes stores of the service', () => {
  const { system, orders, web, database, topic } = soundSystem();
  const seen = new DynamoTable(web, 'seen', { partitionKey: { name: 'id', type: 'S' } });
  orders.changes('PlaceOrder', database);
  web.changes(topic, seen);

  expect(orders.changed).toStrictEqual([{ handler: 'PlaceOrder', stores: [database] }]);
  expect(web.changed).toStrictEqual([{ handler: 'order-placed', stores: [seen] }]);
  expect(lines(system)).toStrictEqual([]);
});

test('a store of another service, an unknown operation and a second declaration are reported', () => {
  const { system, orders, web, database } = soundSystem();
  web.changes('Browse', database);
  orders.changes('PlaceOrder', database);
  orders.changes('PlaceOrder', database);
  // @ts-expect-error -- no such operation
  orders.changes('Place', database);

  expect(lines(system).join('\n')).toContain("'Browse' changes orders, a store of orders");
  expect(lines(system).join('\n')).toContain("what 'PlaceOrder' changes is declared already");
  expect(lines(system).join('\n')).toContain("changes names 'Place', which orders does not offer");
});
