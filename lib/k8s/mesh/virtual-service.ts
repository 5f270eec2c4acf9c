import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService' with {
  'resolution-mode': 'import',
};
import type { ApiObjectProps } from 'cdk8s';
import type { Scoped } from '../../core/errors';
import { goDuration } from '../support/checks';
import { NAME_LABEL, objectMetadata, serviceHost, SYNC_WAVE } from '../support/metadata';
import { CATCH_ALL } from './service-routes-checks';
import type { RouteMatch, ServiceRoute, ServiceRoutesProps } from './service-routes-props';

type VirtualServiceSpec = NonNullable<IVirtualService['spec']>;
type HttpRoute = NonNullable<VirtualServiceSpec['http']>[number];
type HttpMatch = NonNullable<HttpRoute['match']>[number];
type Retries = NonNullable<HttpRoute['retries']>;

/**
 * A broken connection is not a 503 to Envoy, so both are named.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
 */
const RETRY_ON = {
  http: 'connect-failure,refused-stream,reset,503',
  grpc: 'connect-failure,refused-stream,reset,unavailable',
} as const;

/** Renders the routes to a service; proxies must know its DestinationRule before. */
export function renderVirtualService(scope: Scoped, props: ServiceRoutesProps): ApiObjectProps {
  const host = serviceHost(props.name, props.namespace);
  const route = [{ destination: { host, port: { number: props.port } } }];
  const spec: VirtualServiceSpec = {
    hosts: [host],
    http: [
      ...props.routes.map((each, index) => ({
        name: each.name,
        match: [renderMatch(each)],
        route,
        timeout: goDuration(scope, `routes[${index}].timeout`, each.timeout),
        retries: renderRetries(scope, `routes[${index}]`, each, RETRY_ON[props.protocol]),
      })),
      {
        name: CATCH_ALL,
        route,
        timeout: goDuration(scope, 'defaultTimeout', props.defaultTimeout),
        retries: NO_RETRIES,
      },
    ],
  };
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: objectMetadata(props, SYNC_WAVE.workload),
    spec,
  };
}

/** A route that says nothing of retries is tried twice more. */
const NO_RETRIES: Retries = { attempts: 0 };

function renderRetries(
  scope: Scoped,
  prop: string,
  { retries, timeout, perTryTimeout = timeout, retryOn }: ServiceRoute,
  usual: string,
): Retries {
  if (retries === 0) return NO_RETRIES;
  return {
    attempts: retries,
    perTryTimeout: goDuration(scope, `${prop}.perTryTimeout`, perTryTimeout),
    retryOn: retryOn ?? usual,
  };
}

function renderMatch({ caller, match }: ServiceRoute): HttpMatch {
  return {
    sourceLabels: { [NAME_LABEL]: caller.name },
    sourceNamespace: caller.namespace,
    method: match.method === undefined ? undefined : { exact: match.method },
    uri: renderPath(match),
  };
}

function renderPath({ path }: RouteMatch): HttpMatch['uri'] {
  if ('exact' in path) return { exact: path.exact };
  return 'prefix' in path ? { prefix: path.prefix } : { regex: path.regex };
}
