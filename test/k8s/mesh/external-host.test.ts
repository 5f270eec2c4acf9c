import type { ExternalHostProps } from '../../../lib/k8s/mesh/external-host';
import { ExternalHost } from '../../../lib/k8s/mesh/external-host';
import { only, synthChart } from '../../support/synth-charts';

const props: ExternalHostProps = {
  name: 'brokers',
  namespace: 'ordering',
  labels: { 'app.kubernetes.io/part-of': 'shop' },
  hosts: ['*.kafka.example.com'],
  port: { number: 9098, name: 'tls-kafka', protocol: 'TLS' },
};
const store: Partial<ExternalHostProps> = {
  hosts: ['orders.db.example.com'],
  port: { number: 5432, name: 'tcp-postgres', protocol: 'TCP' },
};
const build = (change: Partial<ExternalHostProps> = {}) =>
  only(
    synthChart((chart) => {
      new ExternalHost(chart, 'Host', { ...props, ...change });
    }),
    'ServiceEntry',
  );

test('brokers are reached by wildcard, seen by their own namespace alone', () => {
  expect(build()).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: {
      name: 'brokers',
      namespace: 'ordering',
      labels: props.labels,
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec: {
      hosts: ['*.kafka.example.com'],
      exportTo: ['.'],
      location: 'MESH_EXTERNAL',
      ports: [{ number: 9098, name: 'tls-kafka', protocol: 'TLS' }],
      resolution: 'NONE',
    },
  });
});

test('stores are reached by the networks they are in', () => {
  const addresses = ['10.0.64.0/20', '10.0.80.7'];

  expect(build({ ...store, addresses })).toMatchObject({
    spec: { hosts: ['orders.db.example.com'], addresses, ports: [{ protocol: 'TCP' }] },
  });
});

test('resolution and visibility can be chosen', () => {
  const change = { hosts: ['api.example.com'], resolution: 'DNS', exportTo: ['*'] } as const;

  expect(build({ ...change, addresses: ['10.0.0.1'] })).toMatchObject({
    spec: { resolution: 'DNS', exportTo: ['*'] },
  });
});

test.each<[Partial<ExternalHostProps>, string]>([
  [{ hosts: [] }, 'hosts is empty; name a host'],
  [
    { resolution: 'DNS' },
    "hosts[0] is '*.kafka.example.com' and resolution is 'DNS', which knows no wildcard; leave resolution at 'NONE' or write out the host",
  ],
  [store, "addresses is empty and port.protocol is 'TCP'; pass the networks the hosts are in"],
  [
    { ...store, addresses: ['10.0.0.0/8'], resolution: 'DNS' },
    "addresses[0] is the network '10.0.0.0/8' and resolution is 'DNS'; leave resolution at 'NONE' or pass single addresses",
  ],
])('refuses %j', (change, message) => {
  expect(() => build(change)).toThrow(`[test/Host] ${message}`);
});

test.each<[Partial<ExternalHostProps>, string]>([
  [{ name: 'A' }, "name 'A' is not a Kubernetes object"],
  [{ hosts: ['a.example.com', 'short'] }, "hosts[1] 'short' is not a domain name"],
  [{ hosts: ['*'] }, "hosts[0] '*' is not a domain name"],
  [{ addresses: ['db'] }, "addresses[0] 'db/32' is not an IPv4 network"],
  [{ port: { number: 0, name: 'tls', protocol: 'TLS' } }, 'port.number is 0, it must be'],
  [{ port: { number: 1, name: 'TLS', protocol: 'TLS' } }, "port.name 'TLS' is not"],
])('names what is wrong in %j', (change, message) => {
  expect(() => build(change)).toThrow(`[test/Host] ${message}`);
});
