import type {
  BootstrapDatabase,
  PostgresBootstrapProps,
} from '../../../lib/k8s/postgres/postgres-bootstrap-props';

/** A database with nothing optional. */
export const orders: BootstrapDatabase = {
  database: 'orders',
  owner: 'order_service_owner',
  user: 'order_service',
  hostParameter: '/shop/production/eu-west-1/svc-orders/postgres-orders-host',
  secretArnParameter: '/shop/production/eu-west-1/svc-orders/postgres-orders-secret-arn',
};

/** A bootstrap with nothing optional. */
export const bootstrap: PostgresBootstrapProps = {
  name: 'orders-bootstrap',
  namespace: 'ordering',
  labels: { 'app.kubernetes.io/part-of': 'shop', 'app.kubernetes.io/name': 'orders' },
  region: 'eu-west-1',
  databases: [orders],
  databaseCidrs: ['10.0.200.0/22'],
  endpointCidrs: ['10.0.0.0/18'],
  caConfigMap: 'rds-ca',
};
