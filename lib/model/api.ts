/** Methods of HTTP that an operation may use. */
export type HttpMethod = 'GET' | 'HEAD' | 'OPTIONS' | 'PUT' | 'DELETE' | 'POST' | 'PATCH';
/** Which side sends more than one message. */
export type Streaming = 'server' | 'client' | 'bidirectional';
/** How an API is spoken. */
export type Protocol = 'http' | 'grpc';

/** An operation of an HTTP API. */
export interface HttpOperationProps {
  /** Method: it decides whether the operation is safe and idempotent. */
  readonly method: HttpMethod;
  /** Path with parameters in braces, for example `/orders/{orderId}`. */
  readonly path: `/${string}`;
  /**
   * Request header that makes a repeated request harmless, for example `Idempotency-Key`.
   *
   * @default - only safe methods, PUT and DELETE are idempotent
   */
  readonly idempotencyKey?: string;
  /**
   * Which side streams.
   *
   * @default - one request, one response
   */
  readonly streaming?: Streaming;
}

/** An operation of a gRPC service. */
export interface GrpcOperationProps {
  /**
   * Whether it changes nothing.
   *
   * @default false
   */
  readonly safe?: boolean;
  /**
   * Whether doing it twice is the same as doing it once.
   *
   * @default - as `safe`
   */
  readonly idempotent?: boolean;
  /**
   * Which side streams.
   *
   * @default - one request, one response
   */
  readonly streaming?: Streaming;
}

/** An operation as everything downstream sees it. */
export interface OperationSpec {
  /** Name of the operation, for example `CheckStock`. */
  readonly name: string;
  /** How it is spoken. */
  readonly protocol: Protocol;
  /** HTTP method on the wire; gRPC is POST. */
  readonly method: HttpMethod;
  /** Path on the wire; of gRPC `/<service>/<operation>`. */
  readonly path: string;
  /** Whether it changes nothing. */
  readonly safe: boolean;
  /** Whether doing it twice is the same as doing it once: only then may it be retried. */
  readonly idempotent: boolean;
  /** Which side streams, if any. */
  readonly streaming?: Streaming;
}

const SAFE_METHODS: ReadonlySet<HttpMethod> = new Set(['GET', 'HEAD', 'OPTIONS']);
const IDEMPOTENT_METHODS: ReadonlySet<HttpMethod> = new Set([...SAFE_METHODS, 'PUT', 'DELETE']);

/**
 * The contract of a service: its operations, by name.
 *
 * @example
 * const inventoryApi = Api.grpc('shop.inventory.v1.InventoryService', {
 *   CheckStock: { safe: true },
 *   ReserveStock: { idempotent: true },
 * });
 */
export class Api<Operations extends string = string> {
  /**
   * An HTTP API.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2 for which methods are safe and idempotent
   */
  public static http<const T extends Readonly<Record<string, HttpOperationProps>>>(
    operations: T,
  ): Api<keyof T & string> {
    const specs = Object.entries<HttpOperationProps>(operations).map(
      ([name, { method, path, idempotencyKey, streaming }]): OperationSpec => ({
        name,
        protocol: 'http',
        method,
        path,
        safe: SAFE_METHODS.has(method),
        idempotent: IDEMPOTENT_METHODS.has(method) || idempotencyKey !== undefined,
        ...(streaming === undefined ? {} : { streaming }),
      }),
    );
    return new Api('http', specs);
  }

  /** A gRPC service, by its full name: `<package>.<Service>`. */
  public static grpc<const T extends Readonly<Record<string, GrpcOperationProps>>>(
    service: string,
    operations: T,
  ): Api<keyof T & string> {
    const specs = Object.entries<GrpcOperationProps>(operations).map(
      ([name, { safe = false, idempotent = safe, streaming }]): OperationSpec => ({
        name,
        protocol: 'grpc',
        method: 'POST',
        path: `/${service}/${name}`,
        safe,
        idempotent,
        ...(streaming === undefined ? {} : { streaming }),
      }),
    );
    return new Api('grpc', specs);
  }

  /** How the API is spoken. */
  public readonly protocol: Protocol;
  private readonly specs: ReadonlyMap<string, OperationSpec>;

  private constructor(protocol: Protocol, specs: readonly OperationSpec[]) {
    this.protocol = protocol;
    this.specs = new Map(specs.map((spec) => [spec.name, spec]));
  }

  /** The operations, in the order of their declaration. */
  public get operations(): readonly OperationSpec[] {
    return [...this.specs.values()];
  }

  /** An operation by name, if there is one. */
  public operation(name: Operations): OperationSpec | undefined {
    return this.specs.get(name);
  }
}
