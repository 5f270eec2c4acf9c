/** What a caller asks for. */
export interface RouteMatch {
  /**
   * HTTP method, for example `'GET'`.
   *
   * @default - any
   */
  readonly method?: string;
  /** Path, whole, by its beginning or by an RE2 expression of the whole. */
  readonly path: PathMatch;
}

/** A path, whole, by its beginning or by an RE2 expression of the whole. */
export type PathMatch =
  { readonly exact: string } | { readonly prefix: string } | { readonly regex: string };

/** How one caller's requests for one operation are sent. */
export interface ServiceRoute {
  /** Name of the route, unlike all others of the service; it shows in access logs. */
  readonly name: string;
  /** The caller, by its namespace and `app.kubernetes.io/name`. */
  readonly caller: RouteCaller;
  /** What it asks for. */
  readonly match: RouteMatch;
  /** Time for the whole request with its retries, for example `'250ms'`. */
  readonly timeout: string;
  /**
   * Time for each try.
   *
   * @default - the timeout
   */
  readonly perTryTimeout?: string;
  /** Tries after the first; 0 for what must not be done twice. */
  readonly retries: number;
  /**
   * Conditions under which it is tried again, as Envoy names them.
   *
   * @default - connection failures, resets and refusals, and the protocol's word for unavailable
   */
  readonly retryOn?: string;
}

/** A workload that calls. */
export interface RouteCaller {
  /** Its `app.kubernetes.io/name`. */
  readonly name: string;
  /** Namespace it runs in. */
  readonly namespace: string;
}

/** Most of everything one client proxy may have open to the service. */
export interface ConnectionPool {
  /** Connections. */
  readonly maxConnections: number;
  /** Requests waiting for a connection. */
  readonly http1MaxPendingRequests: number;
  /** Requests under way. */
  readonly http2MaxRequests: number;
  /** Retries under way. */
  readonly maxRetries: number;
}

/** When a client proxy stops sending to a replica. */
export interface OutlierDetection {
  /** Server errors in a row. */
  readonly consecutive5xxErrors: number;
  /** Time between two looks, for example `'10s'`. */
  readonly interval: string;
  /** Time the replica is left out, multiplied by how often it was. */
  readonly baseEjectionTime: string;
  /** Most replicas left out at once, in percent, 1 to 99. */
  readonly maxEjectionPercent: number;
}

/** How requests to one service are sent. */
export interface ServiceRoutesProps {
  /** Name of the Service that is called. */
  readonly name: string;
  /** Its namespace. */
  readonly namespace: string;
  /** Labels of both objects. */
  readonly labels: Readonly<Record<string, string>>;
  /** Port of the Service. */
  readonly port: number;
  /** Protocol it serves. */
  readonly protocol: 'http' | 'grpc';
  /** Routes, the first that matches is taken. */
  readonly routes: readonly ServiceRoute[];
  /** Time for a request no route matches; it is never tried again. */
  readonly defaultTimeout: string;
  /** Most of everything one client proxy may have open to the service. */
  readonly connectionPool: ConnectionPool;
  /**
   * When a client proxy stops sending to a replica.
   *
   * @default - never, as is right for a service that may run a single replica
   */
  readonly outlierDetection?: OutlierDetection;
}
