import { DynamoTable } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const changing = (both: boolean) => {
  const { system, orders, database } = soundSystem();
  const table = new DynamoTable(orders, 'counts', { partitionKey: { name: 'id', type: 'S' } });
  orders.changes('PlaceOrder', database, ...(both ? [table] : []));
  orders.changes('Cancel', table);
  return system;
};

describe('ARC-006', () => {
  test('accepts operations that change one store each', () => {
    expect(breaches(changing(false), 'ARC-006')).toStrictEqual([]);
  });

  test('warns of one that changes two', () => {
    expect(breaches(changing(true), 'ARC-006')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem: "'PlaceOrder' changes 2 stores: PostgresDatabase orders, DynamoTable counts",
        numbers: { stores: 2 },
        fix: 'keep what changes together in 1 store, and change the others when an event of it is handled',
      },
    ]);
  });
});
