import type { Manifest } from './synth-charts';

/** Reads edges out of manifests, each as one line: what they say, not how they were made. */
export type Edges = readonly string[];

interface SidecarSpec {
  readonly workloadSelector: { readonly labels: Readonly<Record<string, string>> };
  readonly egress: readonly { readonly hosts: readonly string[] }[];
}
interface EntrySpec {
  readonly hosts: readonly string[];
  readonly ports: readonly { readonly number: number }[];
}
interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
}
interface NetworkPeer {
  readonly namespaceSelector?: Selector;
  readonly podSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string };
}
interface NetworkRule {
  readonly from?: readonly NetworkPeer[];
  readonly to?: readonly NetworkPeer[];
  readonly ports: readonly { readonly port: number }[];
}
interface NetworkSpec {
  readonly podSelector: Selector;
  readonly ingress?: readonly NetworkRule[];
  readonly egress?: readonly NetworkRule[];
}
interface AuthorizationSpec {
  readonly selector: Selector;
  readonly rules?: readonly {
    readonly from: readonly { readonly source: { readonly principals: readonly string[] } }[];
    readonly to: readonly {
      readonly operation: Readonly<Record<'methods' | 'paths' | 'ports', readonly string[]>>;
    }[];
  }[];
}

/** A route of a VirtualService. */
export interface Route {
  readonly name: string;
  readonly match?: readonly {
    readonly sourceLabels: Readonly<Record<string, string>>;
    readonly sourceNamespace: string;
    readonly method: { readonly exact: string };
    readonly uri: { readonly exact?: string; readonly regex?: string };
  }[];
  readonly timeout: string;
  readonly retries?: { readonly attempts: number; readonly perTryTimeout?: string };
}

const NAME = 'app.kubernetes.io/name';
const NAMESPACE = 'kubernetes.io/metadata.name';

function of(manifests: readonly Manifest[], kind: string): readonly Manifest[] {
  return manifests.filter((manifest) => manifest.kind === kind);
}

/** The routes to a service, in order, the one for everything else left out. */
export function routesIn(manifests: readonly Manifest[]): readonly Route[] {
  return of(manifests, 'VirtualService')
    .flatMap((manifest) => (manifest['spec'] as { readonly http: readonly Route[] }).http)
    .filter(({ match }) => match !== undefined);
}

/** `selling/shop -> stock GET regex:/books/[^/]+ 40ms 0 retries`. */
export function routeEdges(manifests: readonly Manifest[]): Edges {
  return of(manifests, 'VirtualService').flatMap((manifest) =>
    routesIn([manifest]).flatMap(({ match = [], timeout, retries }) =>
      match.map(({ sourceLabels, sourceNamespace, method, uri }) => {
        const path = uri.exact === undefined ? `regex:${uri.regex ?? ''}` : `exact:${uri.exact}`;
        const from = `${sourceNamespace}/${sourceLabels[NAME] ?? ''}`;
        return `${from} -> ${manifest.metadata.name} ${method.exact} ${path} ${timeout} ${retries?.attempts ?? 'unstated'} retries`;
      }),
    ),
  );
}

/** `cluster.local/ns/selling/sa/shop -> stock GET /books/{*} 8080`. */
export function authorizedEdges(manifests: readonly Manifest[]): Edges {
  return of(manifests, 'AuthorizationPolicy').flatMap((manifest) => {
    const { selector, rules = [] } = manifest['spec'] as AuthorizationSpec;
    const callee = selector.matchLabels?.[NAME] ?? '';
    return rules.flatMap(({ from, to }) =>
      from.flatMap(({ source: { principals } }) =>
        principals.flatMap((principal) =>
          to.map(
            ({ operation: { methods, paths, ports } }) =>
              `${principal} -> ${callee} ${methods.join()} ${paths.join()} ${ports.join()}`,
          ),
        ),
      ),
    );
  });
}

/** `selling/shop -> stock 8080` for who may reach a workload. */
export function ingressEdges(manifests: readonly Manifest[]): Edges {
  return of(manifests, 'NetworkPolicy').flatMap((manifest) => {
    const { podSelector, ingress = [] } = manifest['spec'] as NetworkSpec;
    const callee = podSelector.matchLabels?.[NAME] ?? '';
    return ingress.flatMap(({ from = [], ports }) =>
      from.flatMap((peer) => ports.map(({ port }) => `${peerName(peer)} -> ${callee} ${port}`)),
    );
  });
}

/** `shop -> storing/stock 8080` for what a workload may reach, `shop -> 10.0.0.0/22 5432` outside the mesh. */
export function egressEdges(manifests: readonly Manifest[]): Edges {
  return of(manifests, 'NetworkPolicy').flatMap((manifest) => {
    const { podSelector, egress = [] } = manifest['spec'] as NetworkSpec;
    const caller = podSelector.matchLabels?.[NAME] ?? '';
    return egress.flatMap(({ to = [], ports }) =>
      to.flatMap((peer) => ports.map(({ port }) => `${caller} -> ${peerName(peer)} ${port}`)),
    );
  });
}

/** `shop -> storing/stock.storing.svc.cluster.local` for what the proxy of a workload knows. */
export function knownHosts(manifests: readonly Manifest[]): Edges {
  return of(manifests, 'Sidecar').flatMap((manifest) => {
    const { workloadSelector, egress } = manifest['spec'] as SidecarSpec;
    const caller = workloadSelector.labels[NAME] ?? '';
    return egress.flatMap(({ hosts }) => hosts.map((host) => `${caller} -> ${host}`));
  });
}

/** `storing: dynamodb.eu-west-1.amazonaws.com 443` for every host outside the mesh that a namespace names. */
export function externalHosts(manifests: readonly Manifest[]): Edges {
  return of(manifests, 'ServiceEntry').flatMap((manifest) => {
    const { hosts, ports } = manifest['spec'] as EntrySpec;
    return hosts.flatMap((host) =>
      ports.map(({ number }) => `${manifest.metadata.namespace ?? ''}: ${host} ${number}`),
    );
  });
}

function peerName({ namespaceSelector, podSelector, ipBlock }: NetworkPeer): string {
  if (ipBlock) return ipBlock.cidr;
  return `${namespaceSelector?.matchLabels?.[NAMESPACE] ?? ''}/${podSelector?.matchLabels?.[NAME] ?? ''}`;
}
