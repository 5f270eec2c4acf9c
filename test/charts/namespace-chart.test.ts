import { App } from 'cdk8s';
import { NamespaceChart, PlatformChart } from '../../charts';
import { BoundedContext, Environment, PostgresDatabase, System, Team } from '../../lib/model';
import { planSystem, type RegionPlan } from '../../lib/plan';
import { books } from '../support/books';
import { only, type Manifest } from '../support/synth-charts';
import { addService } from '../support/systems';

const plans = planSystem(books().system).environments.flatMap(({ regions }) => regions);

function chartOf(plan: RegionPlan, name: string): readonly Manifest[] {
  const namespace = plan.namespaces.find((each) => each.name === name);
  if (namespace === undefined) throw new Error(`no namespace '${name}'`);
  return new NamespaceChart(new App(), name, { plan, namespace }).toJson() as readonly Manifest[];
}

const namespaces = plans.flatMap((plan) =>
  plan.namespaces.map(({ name }) => ({ plan, name, at: `${plan.environment} ${plan.region}` })),
);

test.each(namespaces)('in $at the namespace $name is closed and encrypted', ({ plan, name }) => {
  const manifests = chartOf(plan, name);

  expect(only(manifests, 'Namespace').metadata.labels).toMatchObject({
    'istio-injection': 'enabled',
    'pod-security.kubernetes.io/enforce': 'restricted',
  });
  expect(only(manifests, 'PeerAuthentication')).toMatchObject({
    metadata: { name: 'default', namespace: name },
    spec: { mtls: { mode: 'STRICT' } },
  });
  expect(only(manifests, 'NetworkPolicy', 'default-deny')['spec']).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
});

test('there is a namespace for each context, and it names its team', () => {
  const [plan] = plans;
  if (plan === undefined) throw new Error('the books have no region');

  expect(plan.namespaces.map(({ name, team }) => [name, team])).toEqual([
    ['selling', 'sales'],
    ['storing', 'logistics'],
  ]);
  expect(only(chartOf(plan, 'storing'), 'Namespace').metadata.labels).toMatchObject({
    team: 'logistics',
  });
});

test('databases are known by the addresses of their subnets, brokers by their domain', () => {
  const [plan] = plans;
  if (plan?.network.kind !== 'built') throw new Error('the books build no network');
  const entries = chartOf(plan, 'selling').filter(({ kind }) => kind === 'ServiceEntry');
  const specs = entries.map(({ spec }) => spec);

  expect(specs).toContainEqual({
    hosts: ['orders.orders.postgres.internal'],
    addresses: plan.network.zones.map(({ data }) => data),
    exportTo: ['.'],
    location: 'MESH_EXTERNAL',
    ports: [{ number: 5432, name: 'tcp-5432', protocol: 'TCP' }],
    resolution: 'NONE',
  });
  expect(specs).toContainEqual({
    hosts: [`*.kafka.${plan.region}.amazonaws.com`],
    exportTo: ['.'],
    location: 'MESH_EXTERNAL',
    ports: [{ number: 9098, name: 'tls-9098', protocol: 'TLS' }],
    resolution: 'NONE',
  });
});

test('databases of one name that two services of a context own are told apart', () => {
  const system = new System('twins', { domain: 'twins.example.com' });
  const team = new Team(system, 'all', { kind: 'stream-aligned', slack: '#all' });
  const context = new BoundedContext(system, 'both', { team, subdomain: 'core' });
  for (const name of ['left', 'right'])
    new PostgresDatabase(addService(context, name), 'data', { storage: '1Gi', poolPerReplica: 1 });
  new Environment(system, 'live', {
    account: '111122223333',
    protection: 'disposable',
    regions: ['eu-west-1'],
  });
  const names = planSystem(system)
    .environments.flatMap(({ regions }) => regions)
    .flatMap((plan) => chartOf(plan, 'both'))
    .filter(({ kind }) => kind === 'ServiceEntry')
    .map(({ metadata }) => metadata.name);

  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
});

test('topics have a namespace of their own', () => {
  const [plan] = plans;
  if (plan === undefined) throw new Error('the books have no region');
  const chart = new PlatformChart(new App(), 'platform', { plan });
  const manifests = chart.toJson() as readonly Manifest[];

  expect(only(manifests, 'Namespace')).toEqual({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'kafka',
      labels: {
        'app.kubernetes.io/name': 'kafka',
        'app.kubernetes.io/part-of': 'books',
        'app.kubernetes.io/managed-by': 'groundplan',
        environment: plan.environment,
        'pod-security.kubernetes.io/enforce': 'restricted',
      },
      annotations: { 'argocd.argoproj.io/sync-wave': '-2' },
    },
  });
});
