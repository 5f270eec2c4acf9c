import type { IEnvoyFilter } from '@kubernetes-models/istio/networking.istio.io/v1alpha3/EnvoyFilter' with {
  'resolution-mode': 'import',
};
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertIdentity } from '../support/checks';
import { NAME_LABEL, objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';

/** How large requests to a workload may be. */
export interface RequestLimitProps {
  /** Name of the workload and of the object. */
  readonly name: string;
  /** Namespace the workload runs in. */
  readonly namespace: string;
  /** Labels of the object. */
  readonly labels: Readonly<Record<string, string>>;
  /** Most bytes of a request's body; `max_request_bytes` holds 32 bits. */
  readonly maxBytes: number;
}

/** @see https://protobuf.dev/programming-guides/proto3/#scalar for UInt32Value */
const LARGEST = 4_294_967_295;

/**
 * Refuses requests to a workload whose body is larger than a bound, with 413, before the workload sees them. Its proxy
 * keeps a body until all of it is there, so a workload that takes streams must not have one.
 *
 * Istio has no word of its own for this: the object speaks to Envoy, and is to be looked at when Istio is upgraded.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/buffer_filter
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 * @example
 * new RequestLimit(chart, 'ReviewLimit', {
 *   name: 'reviews',
 *   namespace: 'catalog',
 *   labels: { 'app.kubernetes.io/name': 'reviews' },
 *   maxBytes: 16_384,
 * });
 */
export class RequestLimit extends Construct {
  /** The EnvoyFilter, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: RequestLimitProps) {
    super(scope, id);
    const { name, namespace, labels, maxBytes } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesService');
    if (!Number.isInteger(maxBytes) || maxBytes < 1 || maxBytes > LARGEST) {
      const problem = `maxBytes is ${maxBytes}, it must be a whole number from 1 to ${LARGEST}`;
      throw new PlatformError(this, problem, 'pass the bytes of the largest request');
    }

    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy),
      spec: {
        workloadSelector: { labels: { [NAME_LABEL]: name } },
        configPatches: [bufferFilter(maxBytes)],
      },
    });
  }
}

type Patch = NonNullable<NonNullable<IEnvoyFilter['spec']>['configPatches']>[number];

/** Last before the router: who may not ask is refused first. */
function bufferFilter(maxBytes: number): Patch {
  return {
    applyTo: 'HTTP_FILTER',
    match: {
      context: 'SIDECAR_INBOUND',
      listener: {
        filterChain: {
          filter: {
            name: 'envoy.filters.network.http_connection_manager',
            subFilter: { name: 'envoy.filters.http.router' },
          },
        },
      },
    },
    patch: {
      operation: 'INSERT_BEFORE',
      value: {
        name: 'envoy.filters.http.buffer',
        typed_config: {
          '@type': 'type.googleapis.com/envoy.extensions.filters.http.buffer.v3.Buffer',
          max_request_bytes: maxBytes,
        },
      },
    },
  };
}
