import { assertBootstrap } from '../../../lib/k8s/postgres/bootstrap-checks';
import type { PostgresBootstrapProps } from '../../../lib/k8s/postgres/postgres-bootstrap-props';
import { bootstrap, orders } from './props';

const scope = { node: { path: 'test/Bootstrap' } };
const check = (change: Partial<PostgresBootstrapProps>) =>
  assertBootstrap(scope, { ...bootstrap, ...change });

test.each([
  [undefined, 600],
  ['1m', 60],
  ['1h', 3600],
  ['90s', 90],
])('a deadline of %s is %i seconds', (deadline, seconds) => {
  expect(check({ deadline })).toBe(seconds);
});

test.each<[string, string]>([
  ['59s', 'deadline in seconds is 59'],
  ['3601s', 'deadline in seconds is 3601'],
  ['60500ms', 'deadline in seconds is 60.5'],
])('refuses a deadline of %s', (deadline, problem) => {
  expect(() => check({ deadline })).toThrow(
    `[test/Bootstrap] ${problem}, it must be a whole number from 60 to 3600; leave time for images to be pulled and for tries, such as '10m'`,
  );
});

test.each<Partial<PostgresBootstrapProps>>([
  { region: 'us-gov-west-1' },
  { name: 'a'.repeat(63) },
  { databases: [orders, { ...orders, database: 'audit' }] },
  { endpointCidrs: ['0.0.0.0/0'] },
])('takes %j', (change) => {
  expect(() => check(change)).not.toThrow();
});

test.each<[Partial<PostgresBootstrapProps>, string]>([
  [{ region: 'Ireland' }, "region 'Ireland' is no AWS region; write it like 'eu-west-1'"],
  [{ databaseCidrs: [] }, 'databaseCidrs is empty, 1 network or more is needed; name one'],
  [{ endpointCidrs: [] }, 'endpointCidrs is empty, 1 network or more is needed; name one'],
  [
    { databases: [] },
    'databases is empty, 1 database or more is needed; name one, or leave the bootstrap out',
  ],
  [
    { databases: [orders, { ...orders, user: 'other' }] },
    "databases[1].database 'orders' is there twice; name each database once, or use a bootstrap for each",
  ],
  [
    { databases: [{ ...orders, owner: 'order_service' }] },
    "databases[0].owner and databases[0].user are both 'order_service', the user would own the tables it may not change; name the owner 'order_service_owner'",
  ],
])('refuses %j', (change, message) => {
  expect(() => check(change)).toThrow(`[test/Bootstrap] ${message}`);
});

test.each<[Partial<PostgresBootstrapProps>, string]>([
  [{ name: 'a'.repeat(64) }, 'has 64 characters'],
  [{ name: 'Orders' }, "name 'Orders' is not a Kubernetes Service"],
  [{ namespace: 'A' }, "namespace 'A' is not"],
  [{ labels: { team: 'a b' } }, "labels['team'] 'a b' is not"],
  [{ caConfigMap: 'A' }, "caConfigMap 'A' is not a Kubernetes object"],
  [{ caKey: 'a/b' }, "caKey 'a/b' is no key of a ConfigMap"],
  [{ databaseCidrs: ['10.0.0.0'] }, "databaseCidrs[0] '10.0.0.0' is not an IPv4 network"],
  [{ endpointCidrs: ['10.0.0.0/8', 'x'] }, "endpointCidrs[1] 'x' is not an IPv4 network"],
  [{ deadline: 'soon' }, "deadline 'soon' is not a duration"],
  [
    { databases: [{ ...orders, hostParameter: 'host' }] },
    "databases[0].hostParameter 'host' is not an SSM parameter",
  ],
  [
    { databases: [{ ...orders, secretArnParameter: '/aws/x' }] },
    "databases[0].secretArnParameter '/aws/x' is not an SSM parameter",
  ],
])('names what is wrong in %j', (change, message) => {
  expect(() => check(change)).toThrow(message);
});
