import type { IServiceEntry } from '@kubernetes-models/istio/networking.istio.io/v1/ServiceEntry' with {
  'resolution-mode': 'import',
};
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertCidr, assertIdentity, assertName, assertPort } from '../support/checks';
import { objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';

/** A port outside the mesh. */
export interface ExternalPort {
  /** Port number. */
  readonly number: number;
  /** Name of the port, for example `'tls-kafka'`. */
  readonly name: string;
  /** `TLS` when the client names the host in its first message, `TCP` when nothing can be read. */
  readonly protocol: 'TLS' | 'TCP';
}

/** What lies outside the mesh and may be reached. */
export interface ExternalHostProps {
  /** Name of the ServiceEntry. */
  readonly name: string;
  /** Namespace it stands in. */
  readonly namespace: string;
  /** Labels it carries. */
  readonly labels: Readonly<Record<string, string>>;
  /** Full host names; `*.` may stand at the beginning. */
  readonly hosts: readonly string[];
  /**
   * IPv4 addresses or networks behind the hosts; required for `TCP`.
   *
   * @default - any address
   */
  readonly addresses?: readonly string[];
  /** Port the hosts listen on. */
  readonly port: ExternalPort;
  /**
   * Who finds the address of a host: `NONE` the client itself, `DNS` its proxy.
   *
   * @default 'NONE'
   */
  readonly resolution?: 'NONE' | 'DNS';
  /**
   * Namespaces that see the entry, `.` for its own and `*` for all.
   *
   * @default ['.']
   */
  readonly exportTo?: readonly string[];
}

/**
 * Hosts outside the mesh that a workload may reach although its proxy refuses unknown ones: stores
 * by address and port, brokers by wildcard host with the client's own TLS passed through.
 *
 * @example
 * new ExternalHost(chart, 'Brokers', {
 *   name: 'brokers',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/part-of': 'shop' },
 *   hosts: ['*.kafka.eu-west-1.amazonaws.com'],
 *   port: { number: 9098, name: 'tls-kafka', protocol: 'TLS' },
 * });
 */
export class ExternalHost extends Construct {
  /** The ServiceEntry, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: ExternalHostProps) {
    super(scope, id);
    const { name, namespace, labels } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesName');
    assertPort(this, 'port.number', props.port.number);
    assertName(this, 'port.name', props.port.name, 'kubernetesNamespace');
    assertHosts(this, props);
    assertAddresses(this, props);

    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy),
      spec: renderEntry(props),
    });
  }
}

function renderEntry(props: ExternalHostProps): NonNullable<IServiceEntry['spec']> {
  const { hosts, addresses, port, resolution = 'NONE', exportTo = ['.'] } = props;
  return {
    hosts: [...hosts],
    addresses: addresses === undefined ? undefined : [...addresses],
    exportTo: [...exportTo],
    location: 'MESH_EXTERNAL',
    ports: [{ number: port.number, name: port.name, protocol: port.protocol }],
    resolution,
  };
}

function assertHosts(scope: Scoped, { hosts, resolution }: ExternalHostProps): void {
  if (hosts.length === 0) throw new PlatformError(scope, 'hosts is empty', 'name a host');
  hosts.forEach((host, index) => {
    const wildcard = host.startsWith('*.');
    assertName(scope, `hosts[${index}]`, wildcard ? host.slice(2) : host, 'route53Name');
    if (!wildcard || resolution !== 'DNS') return;
    const problem = `hosts[${index}] is '${host}' and resolution is 'DNS', which knows no wildcard`;
    throw new PlatformError(scope, problem, "leave resolution at 'NONE' or write out the host");
  });
}

function assertAddresses(scope: Scoped, props: ExternalHostProps): void {
  const { addresses = [], port, resolution } = props;
  // Without an address the proxy would take every connection to that port for this host.
  if (port.protocol === 'TCP' && addresses.length === 0) {
    const problem = "addresses is empty and port.protocol is 'TCP'";
    throw new PlatformError(scope, problem, 'pass the networks the hosts are in');
  }
  addresses.forEach((address, index) => {
    const network = address.includes('/');
    assertCidr(scope, `addresses[${index}]`, network ? address : `${address}/32`);
    if (!network || resolution !== 'DNS') return;
    const problem = `addresses[${index}] is the network '${address}' and resolution is 'DNS'`;
    throw new PlatformError(scope, problem, "leave resolution at 'NONE' or pass single addresses");
  });
}
