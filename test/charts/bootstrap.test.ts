import { App, Chart } from 'cdk8s';
import { addBootstrap } from '../../charts/bootstrap';
import { planSystem, type RegionPlan } from '../../lib/plan';
import { books } from '../support/books';
import { only, type Manifest } from '../support/synth-charts';

const [plan] = planSystem(books().system)
  .environments.flatMap(({ regions }) => regions)
  .filter(({ environment, region }) => `${environment} ${region}` === 'production eu-west-1');
if (plan === undefined) throw new Error('the books have no production in eu-west-1');
const region: RegionPlan = plan;

function prepared(service: string, change: Partial<RegionPlan> = {}): readonly Manifest[] {
  const chart = new Chart(new App(), 'test');
  const of = region.services.find(({ name }) => name === service);
  if (of?.bootstrap) addBootstrap(chart, { ...region, ...change }, of.bootstrap, of);
  return chart.toJson() as readonly Manifest[];
}

function egressOf(manifests: readonly Manifest[]) {
  const { spec } = only(manifests, 'NetworkPolicy') as unknown as {
    spec: {
      egress: { to: { ipBlock?: { cidr: string } }[]; ports: { port: number }[] }[];
    };
  };
  return spec.egress.flatMap(({ to, ports }) =>
    to.flatMap(({ ipBlock }) => ports.map(({ port }) => `${ipBlock?.cidr ?? 'pods'} ${port}`)),
  );
}

test('a database is prepared where it is written, by the role that is bound to the account of the job', () => {
  const service = region.services.find(({ name }) => name === 'orders');

  expect(only(prepared('orders'), 'ServiceAccount').metadata.name).toBe(
    service?.bootstrap?.serviceAccount,
  );
  expect(only(prepared('orders'), 'Job').metadata.labels).toMatchObject({ team: 'sales' });
});

test('a database that is only read here is not prepared here', () => {
  expect(prepared('stock')).toEqual([]);
});

test('the job reaches the data subnets and the endpoints of a network that is built', () => {
  const egress = egressOf(prepared('orders'));
  const { network } = region;
  const zones = network.kind === 'built' ? network.zones : [];

  expect(zones).toHaveLength(3);
  expect(egress).toEqual(
    expect.arrayContaining([
      ...zones.map((zone) => `${zone.data} 5432`),
      ...zones.map((zone) => `${zone.private} 443`),
    ]),
  );
});

test('in a network that exists the endpoints may be anywhere', () => {
  const network: RegionPlan['network'] = {
    kind: 'existing',
    ...{ vpcId: 'vpc-1', cidr: '10.0.0.0/16', dataSubnetCidrs: ['10.0.1.0/24'] },
    ...{ privateSubnetIds: ['subnet-1'], dataSubnetIds: ['subnet-2'] },
  };

  expect(egressOf(prepared('orders', { network }))).toEqual(
    expect.arrayContaining(['10.0.1.0/24 5432', '0.0.0.0/0 443']),
  );
});

test('certificates that are not packaged are those that people have put there', () => {
  const text = (regionName: string): string =>
    JSON.stringify(only(prepared('orders', { region: regionName }), 'Job')['spec']);

  expect(text('eu-west-1')).toMatch(/"name":"orders-rds-ca-[0-9a-f]{8}"/);
  expect(text('ca-west-1')).toContain('"name":"rds-ca"');
});
