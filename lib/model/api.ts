import type { ContractSource } from './contract-source';
import {
  readTerms,
  type ContractMistake,
  type OperationTerms,
  type ReadTerms,
} from './operation-terms';

/** Methods of HTTP that an operation may use. */
export type HttpMethod = 'GET' | 'HEAD' | 'OPTIONS' | 'PUT' | 'DELETE' | 'POST' | 'PATCH';
/** Which side sends more than one message. */
export type Streaming = 'server' | 'client' | 'bidirectional';
/** How an API is spoken. */
export type Protocol = 'http' | 'grpc';

/** An operation of an HTTP API. */
export interface HttpOperationProps extends OperationTerms {
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
export interface GrpcOperationProps extends OperationTerms {
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
export interface OperationSpec extends ReadTerms {
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
  /** Request header that makes a repeated request harmless, if there is one. */
  readonly idempotencyKey?: string;
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
   * @param source the file that the operations were read from; none where they are declared in place
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2 for which methods are safe and idempotent
   */
  public static http<const T extends Readonly<Record<string, HttpOperationProps>>>(
    operations: T,
    source?: ContractSource,
  ): Api<keyof T & string> {
    return new Api('http', Object.entries<HttpOperationProps>(operations).map(readHttp), source);
  }

  /**
   * A gRPC service, by its full name: `<package>.<Service>`.
   *
   * @param source the file that the operations were read from; none where they are declared in place
   */
  public static grpc<const T extends Readonly<Record<string, GrpcOperationProps>>>(
    service: string,
    operations: T,
    source?: ContractSource,
  ): Api<keyof T & string> {
    const entries = Object.entries<GrpcOperationProps>(operations);
    return new Api(
      'grpc',
      entries.map((entry) => readGrpc(service, entry)),
      source,
    );
  }

  /** How the API is spoken. */
  public readonly protocol: Protocol;
  /** The file that it was read from, if it was. */
  public readonly source?: ContractSource;
  /** What of its terms could not be read; the service that offers it reports them. */
  public readonly mistakes: readonly ContractMistake[];
  private readonly specs: ReadonlyMap<string, OperationSpec>;

  private constructor(
    protocol: Protocol,
    operations: readonly ReadOperation[],
    source: ContractSource | undefined,
  ) {
    this.protocol = protocol;
    if (source !== undefined) this.source = source;
    this.mistakes = operations.flatMap(({ mistakes }) => mistakes);
    this.specs = new Map(operations.map(({ spec }) => [spec.name, spec]));
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

interface ReadOperation {
  readonly spec: OperationSpec;
  readonly mistakes: readonly ContractMistake[];
}

function readHttp([name, operation]: readonly [string, HttpOperationProps]): ReadOperation {
  const { method, path, idempotencyKey, streaming, ...said } = operation;
  const { terms, mistakes } = readTerms(name, said);
  return {
    mistakes,
    spec: {
      name,
      protocol: 'http',
      method,
      path,
      safe: SAFE_METHODS.has(method),
      idempotent: IDEMPOTENT_METHODS.has(method) || idempotencyKey !== undefined,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      ...(streaming === undefined ? {} : { streaming }),
      ...terms,
    },
  };
}

function readGrpc(
  service: string,
  [name, operation]: readonly [string, GrpcOperationProps],
): ReadOperation {
  const { safe = false, idempotent = safe, streaming, ...said } = operation;
  const { terms, mistakes } = readTerms(name, said);
  return {
    mistakes,
    spec: {
      name,
      protocol: 'grpc',
      method: 'POST',
      path: `/${service}/${name}`,
      safe,
      idempotent,
      ...(streaming === undefined ? {} : { streaming }),
      ...terms,
    },
  };
}
