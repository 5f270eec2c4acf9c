import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { serviceHost } from '../support/metadata';
import { renderDestinationRule } from './destination-rule';
import { assertServiceRoutes } from './service-routes-checks';
import type { ServiceRoutesProps } from './service-routes-props';
import { renderVirtualService } from './virtual-service';
import { PlainObject } from '../support/plain-object';

/**
 * How requests to one service are sent: time and tries for each caller and operation, and limits
 * for all. One per service, because the mesh does not merge two sets of routes for one host.
 *
 * @example
 * new ServiceRoutes(chart, 'InventoryRoutes', {
 *   name: 'inventory',
 *   namespace: 'stock',
 *   labels: { 'app.kubernetes.io/name': 'inventory' },
 *   port: 8080,
 *   protocol: 'http',
 *   routes: [
 *     {
 *       name: 'orders-check-stock',
 *       caller: { name: 'orders', namespace: 'ordering' },
 *       match: { method: 'GET', path: { prefix: '/stock/' } },
 *       timeout: '60ms',
 *       perTryTimeout: '25ms',
 *       retries: 1,
 *     },
 *   ],
 *   defaultTimeout: '1s',
 *   connectionPool: {
 *     maxConnections: 100,
 *     http1MaxPendingRequests: 50,
 *     http2MaxRequests: 200,
 *     maxRetries: 10,
 *   },
 *   outlierDetection: {
 *     consecutive5xxErrors: 5,
 *     interval: '10s',
 *     baseEjectionTime: '30s',
 *     maxEjectionPercent: 34,
 *   },
 * });
 */
export class ServiceRoutes extends Construct {
  /** Full host name of the service. */
  public readonly host: string;
  /** The VirtualService, for changes this construct has no property for. */
  public readonly resource: ApiObject;
  /** The DestinationRule, for changes this construct has no property for. */
  public readonly destinationRule: ApiObject;

  public constructor(scope: Construct, id: string, props: ServiceRoutesProps) {
    super(scope, id);
    assertServiceRoutes(this, props);

    this.host = serviceHost(props.name, props.namespace);
    this.destinationRule = new PlainObject(
      this,
      'DestinationRule',
      renderDestinationRule(this, props),
    );
    this.resource = new PlainObject(this, 'Resource', renderVirtualService(this, props));
  }
}
