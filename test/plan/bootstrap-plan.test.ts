import { DynamoTable, primary, type Region } from '../../lib/model';
import { planBootstrap } from '../../lib/plan/bootstrap-plan';
import { soundSystem } from '../support/systems';
import { PLACE, serviceOf } from './plans';

test('a service that writes databases has a job that prepares them, with a role of its own', () => {
  const { system } = soundSystem();
  const { bootstrap, role } = serviceOf(system, 'orders');
  expect(bootstrap).toStrictEqual({
    serviceAccount: 'orders-bootstrap',
    role: {
      name: 'shop-production-eu-west-1-orders.bootstrap',
      arn: 'arn:aws:iam::111122223333:role/shop-production-eu-west-1-orders.bootstrap',
    },
    databases: [
      {
        store: 'orders',
        database: 'orders',
        owner: 'orders_owner',
        user: 'orders',
        hostParameter: '/shop/production/eu-west-1/svc-orders/postgres-orders-host',
        secretParameter: '/shop/production/eu-west-1/svc-orders/postgres-orders-secret-arn',
      },
    ],
  });
  expect(bootstrap?.role.name).not.toBe(role.name);
});

test('other stores need no preparation', () => {
  const { system, web } = soundSystem();
  new DynamoTable(web, 'items', { partitionKey: { name: 'id', type: 'S' } });
  const { stores, ...plan } = serviceOf(system, 'web');
  expect(stores).toHaveLength(1);
  expect(plan).not.toHaveProperty('bootstrap');
  expect(planBootstrap(PLACE, 'web', stores)).toBeUndefined();
});

test('a database is prepared where it is written, not where it is read', () => {
  const regions = ['eu-west-1', 'us-east-1'] as const;
  const placement = primary('us-east-1', { readers: 'everywhere' });
  const { system } = soundSystem({ production: { regions }, database: { placement } });
  const prepared = (region: Region) =>
    serviceOf(system, 'orders', region).bootstrap?.databases.map(({ store }) => store);
  expect(regions.map(prepared)).toStrictEqual([undefined, ['orders']]);
});
