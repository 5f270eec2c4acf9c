import type { BootstrapJob } from '../../../lib/k8s/postgres/bootstrap-job';
import { jobName, renderJob } from '../../../lib/k8s/postgres/bootstrap-job';

const job: BootstrapJob = {
  name: 'orders-bootstrap',
  labels: { team: 'commerce', 'app.kubernetes.io/name': 'orders' },
  region: 'eu-west-1',
  hostParameter: '/shop/host',
  secretArnParameter: '/shop/secret-arn',
  scriptsConfigMap: 'scripts-1',
  caConfigMap: 'rds-ca',
  caKey: 'eu-west-1.pem',
  awsCliImage: 'mirror.example.com/aws-cli:1',
  postgresImage: 'mirror.example.com/postgres:1',
  deadlineSeconds: 600,
};
const spec = renderJob(job);
const pod = spec.template.spec;
const [read] = pod?.initContainers ?? [];
const [run] = pod?.containers ?? [];
const containers = [read, run];

test('is tried again a few times and given up in time', () => {
  expect(spec.backoffLimit).toBe(6);
  expect(spec.activeDeadlineSeconds).toBe(600);
  expect(pod?.restartPolicy).toBe('Never');
  expect(spec.ttlSecondsAfterFinished).toBeUndefined();
});

test('its pods are its own, without a proxy, in whatever order the labels were written', () => {
  expect(Object.entries(spec.template.metadata?.labels ?? {})).toEqual([
    ['app.kubernetes.io/name', 'orders-bootstrap'],
    ['sidecar.istio.io/inject', 'false'],
    ['team', 'commerce'],
  ]);
});

test('it is nobody but its service account, and gets no token of the cluster', () => {
  expect(pod).toMatchObject({
    serviceAccountName: 'orders-bootstrap',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 999,
      runAsGroup: 999,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  });
});

test('both containers run restricted, with memory limited and the last words kept', () => {
  expect(containers).toHaveLength(2);
  for (const container of containers) {
    expect(container).toMatchObject({
      resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      terminationMessagePolicy: 'FallbackToLogsOnError',
    });
  }
});

test('one reads the secret: it alone writes to the memory both share', () => {
  expect(read).toMatchObject({
    name: 'read-secret',
    image: 'mirror.example.com/aws-cli:1',
    command: ['sh', '/etc/bootstrap/read.sh'],
    env: [
      { name: 'AWS_REGION', value: 'eu-west-1' },
      { name: 'HOME', value: '/tmp' },
      { name: 'AWS_EC2_METADATA_DISABLED', value: 'true' },
      { name: 'HANDOVER', value: '/run/bootstrap' },
      { name: 'HOST_PARAMETER', value: '/shop/host' },
      { name: 'SECRET_ARN_PARAMETER', value: '/shop/secret-arn' },
    ],
    volumeMounts: [
      { name: 'handover', mountPath: '/run/bootstrap' },
      { name: 'home', mountPath: '/tmp' },
      { name: 'scripts', mountPath: '/etc/bootstrap', readOnly: true },
    ],
  });
});

test('the other runs the SQL, on a server whose name the certificates prove', () => {
  expect(run).toMatchObject({
    name: 'bootstrap',
    image: 'mirror.example.com/postgres:1',
    command: ['perl', '/etc/bootstrap/run.pl'],
    env: [
      { name: 'HANDOVER', value: '/run/bootstrap' },
      { name: 'SQL_FILE', value: '/etc/bootstrap/bootstrap.sql' },
      { name: 'PGPORT', value: '5432' },
      { name: 'PGDATABASE', value: 'postgres' },
      { name: 'PGSSLMODE', value: 'verify-full' },
      { name: 'PGSSLROOTCERT', value: '/etc/rds-ca/ca.pem' },
      { name: 'PGCONNECT_TIMEOUT', value: '10' },
      { name: 'PGOPTIONS', value: '-c lock_timeout=10s -c client_min_messages=warning' },
    ],
    volumeMounts: [
      { name: 'handover', mountPath: '/run/bootstrap', readOnly: true },
      { name: 'scripts', mountPath: '/etc/bootstrap', readOnly: true },
      { name: 'ca', mountPath: '/etc/rds-ca', readOnly: true },
    ],
  });
});

test('what is handed over stays in memory', () => {
  expect(pod?.volumes).toEqual([
    { name: 'handover', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
    { name: 'home', emptyDir: { sizeLimit: '16Mi' } },
    { name: 'scripts', configMap: { name: 'scripts-1' } },
    {
      name: 'ca',
      configMap: { name: 'rds-ca', items: [{ key: 'eu-west-1.pem', path: 'ca.pem' }] },
    },
  ]);
});

test('a name ends in a hash and is at most as long as a label', () => {
  expect(jobName('orders-bootstrap', 'order_items', spec)).toMatch(
    /^orders-bootstrap-order-items-[0-9a-f]{8}$/,
  );
  expect(jobName('a'.repeat(47), 'orders', spec)).toMatch(/^a{47}-orders-[0-9a-f]{8}$/);
  expect(jobName('a'.repeat(47), 'orders', spec)).toHaveLength(63);
  expect(jobName('a'.repeat(47), 'orders2', spec)).toHaveLength(63);
  expect(jobName('a'.repeat(53), 'orders', spec)).toMatch(/^a{53}-[0-9a-f]{8}$/);
  expect(jobName('a'.repeat(63), 'b'.repeat(63), spec)).toMatch(/^a{54}-[0-9a-f]{8}$/);
});

test.each<Partial<BootstrapJob>>([
  { labels: { team: 'other' } },
  { region: 'eu-west-2' },
  { hostParameter: '/shop/other' },
  { secretArnParameter: '/shop/other' },
  { scriptsConfigMap: 'scripts-2' },
  { caConfigMap: 'rds-ca-2' },
  { caKey: 'other.pem' },
  { awsCliImage: 'aws-cli:2' },
  { postgresImage: 'postgres:2' },
  { deadlineSeconds: 601 },
])('%j gives it another name', (change) => {
  expect(jobName('a', 'b', renderJob({ ...job, ...change }))).not.toBe(jobName('a', 'b', spec));
});

test('labels in another order do not', () => {
  const labels = Object.fromEntries(Object.entries(job.labels).reverse());

  expect(jobName('a', 'b', renderJob({ ...job, labels }))).toBe(jobName('a', 'b', spec));
});
