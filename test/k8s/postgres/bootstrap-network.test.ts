import { renderBootstrapNetwork } from '../../../lib/k8s/postgres/bootstrap-network';

const spec = renderBootstrapNetwork({
  name: 'orders-bootstrap',
  databaseCidrs: ['10.0.200.0/22', '10.0.204.0/22'],
  endpointCidrs: ['10.0.0.0/18'],
});
const block = (cidr: string) => ({ ipBlock: { cidr } });
const reaches = spec.egress?.map(({ to, ports }) => ({
  to,
  ports: ports?.map(({ protocol, port }) => `${protocol ?? ''}/${String(port?.value)}`),
}));

test('is about the pods of the bootstrap alone, and lets nobody in', () => {
  expect(spec.podSelector).toEqual({
    matchLabels: { 'app.kubernetes.io/name': 'orders-bootstrap' },
  });
  expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
  expect(spec.ingress).toEqual([]);
});

test('lets them reach names, credentials, endpoints and databases, each on its port', () => {
  expect(reaches).toEqual([
    {
      to: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
          podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
        },
        block('169.254.20.10/32'),
      ],
      ports: ['UDP/53', 'TCP/53'],
    },
    { to: [block('169.254.170.23/32')], ports: ['TCP/80'] },
    { to: [block('10.0.0.0/18')], ports: ['TCP/443'] },
    { to: [block('10.0.200.0/22'), block('10.0.204.0/22')], ports: ['TCP/5432'] },
  ]);
});
