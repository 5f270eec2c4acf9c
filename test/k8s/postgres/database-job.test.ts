import type { DatabaseJobProps } from '../../../lib/k8s/postgres/database-job';
import { DatabaseJob } from '../../../lib/k8s/postgres/database-job';
import { only, synthChart } from '../../support/synth-charts';
import { bootstrap, orders } from './props';

const build = (change: Partial<DatabaseJobProps> = {}) =>
  synthChart((chart) => {
    new DatabaseJob(chart, 'Orders', {
      ...bootstrap,
      database: orders,
      deadlineSeconds: 600,
      ...change,
    });
  });

test('is a Job and its scripts, in the last wave before workloads', () => {
  expect(
    build().map(({ kind, metadata }) => [
      kind,
      metadata.annotations?.['argocd.argoproj.io/sync-wave'],
    ]),
  ).toEqual([
    ['ConfigMap', '-1'],
    ['Job', '-1'],
  ]);
});

test('the Job mounts its scripts, among them the SQL of its database', () => {
  const objects = build();
  const scripts = only(objects, 'ConfigMap');

  expect(scripts.metadata.name).toMatch(/^orders-bootstrap-orders-[0-9a-f]{8}$/);
  expect(Object.keys(scripts['data'] as object)).toEqual(['bootstrap.sql', 'read.sh', 'run.pl']);
  expect(scripts['data']).toMatchObject({
    'bootstrap.sql': expect.stringContaining('\\connect "orders"\n') as string,
    'read.sh': expect.stringContaining('aws secretsmanager get-secret-value') as string,
    'run.pl': expect.stringContaining("exec 'psql'") as string,
  });
  expect(only(objects, 'Job')).toMatchObject({
    spec: {
      template: {
        spec: {
          volumes: expect.arrayContaining([
            { name: 'scripts', configMap: { name: scripts.metadata.name } },
            {
              name: 'ca',
              configMap: { name: 'rds-ca', items: [{ key: 'ca.pem', path: 'ca.pem' }] },
            },
          ]) as unknown,
        },
      },
    },
  });
});

test('images are pinned, and others may be named', () => {
  const images = (change: Partial<DatabaseJobProps> = {}) =>
    [...JSON.stringify(only(build(change), 'Job')).matchAll(/"image":"([^"]+)"/g)]
      .map(([, image]) => image)
      .sort();

  expect(images()).toEqual([
    'public.ecr.aws/aws-cli/aws-cli:2.32.9',
    'public.ecr.aws/docker/library/postgres:17.9-bookworm',
  ]);
  expect(
    images({ awsCliImage: 'mirror.example.com/a:1', postgresImage: 'mirror.example.com/b:1' }),
  ).toEqual(['mirror.example.com/a:1', 'mirror.example.com/b:1']);
});
