import { PostgresBootstrap } from '../../../lib/k8s/postgres/postgres-bootstrap';
import type { PostgresBootstrapProps } from '../../../lib/k8s/postgres/postgres-bootstrap-props';
import { only, synthChart } from '../../support/synth-charts';
import { bootstrap, orders } from './props';

const build = (change: Partial<PostgresBootstrapProps> = {}) =>
  synthChart((chart) => {
    new PostgresBootstrap(chart, 'Bootstrap', { ...bootstrap, ...change });
  });
const audit = { ...orders, database: 'order_audit' };
const jobs = (change: Partial<PostgresBootstrapProps> = {}) =>
  build(change).flatMap(({ kind, metadata }) => (kind === 'Job' ? [metadata.name] : []));
const waves = (change: Partial<PostgresBootstrapProps> = {}) =>
  build(change).map(({ kind, metadata }) => [
    kind,
    metadata.annotations?.['argocd.argoproj.io/sync-wave'],
  ]);

test('it stands before workloads, on what was there before it', () => {
  expect(waves()).toEqual([
    ['ServiceAccount', '-2'],
    ['NetworkPolicy', '-2'],
    ['ConfigMap', '-1'],
    ['Job', '-1'],
  ]);
});

test('every object has its namespace and labels', () => {
  for (const { metadata } of build()) {
    expect(metadata).toMatchObject({ namespace: 'ordering', labels: bootstrap.labels });
  }
});

test('the service account and the policy have the name of the pods', () => {
  const objects = build();

  expect(only(objects, 'ServiceAccount')).toMatchObject({
    metadata: { name: 'orders-bootstrap' },
    automountServiceAccountToken: false,
  });
  expect(only(objects, 'NetworkPolicy')).toMatchObject({
    metadata: { name: 'orders-bootstrap' },
    spec: { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'orders-bootstrap' } } },
  });
  expect(only(objects, 'Job')).toMatchObject({
    spec: {
      activeDeadlineSeconds: 600,
      template: {
        metadata: { labels: { 'app.kubernetes.io/name': 'orders-bootstrap' } },
        spec: { serviceAccountName: 'orders-bootstrap' },
      },
    },
  });
});

test('each database has a Job, which is another only when that database is', () => {
  const [first, second] = jobs({ databases: [orders, audit] });

  expect(first).toMatch(/^orders-bootstrap-orders-[0-9a-f]{8}$/);
  expect(second).toMatch(/^orders-bootstrap-order-audit-[0-9a-f]{8}$/);
  expect(jobs()).toEqual([first]);
  const [same, other] = jobs({ databases: [orders, { ...audit, schemas: ['reporting'] }] });
  expect(same).toBe(first);
  expect(other).not.toBe(second);
});

test.each<Partial<PostgresBootstrapProps>>([
  { caKey: 'other.pem' },
  { caConfigMap: 'rds-ca-2' },
  { deadline: '11m' },
  { region: 'eu-west-2' },
  { databases: [{ ...orders, user: 'other' }] },
])('%j makes it run again', (change) => {
  expect(jobs(change)).not.toEqual(jobs());
});

test('another network changes the policy and runs nothing again', () => {
  expect(jobs({ databaseCidrs: ['10.1.0.0/16'], endpointCidrs: ['0.0.0.0/0'] })).toEqual(jobs());
});

test('hands out its Jobs and the service account', () => {
  synthChart((chart) => {
    const made = new PostgresBootstrap(chart, 'Bootstrap', {
      ...bootstrap,
      databases: [orders, audit],
    });

    expect(made.serviceAccountName).toBe('orders-bootstrap');
    expect(made.jobs.map(({ name }) => name)).toEqual(jobs({ databases: [orders, audit] }));
  });
});

test('says where it stands when it cannot be built', () => {
  expect(() => build({ databases: [] })).toThrow('[test/Bootstrap] databases is empty');
});
