import type { GrpcOperationProps, HttpOperationProps } from '../model/api';
import type { EventField, EventFormat } from '../model/event-schema';
import type { ContractDocument } from './document';
import type { ContractProblem } from './problem';

/** An operation of a contract: its name and what the contract says of it. */
export type ContractOperation<Props> = readonly [name: string, props: Props];

/** The operations of an HTTP API. */
export interface HttpContract {
  /** How it is spoken. */
  readonly protocol: 'http';
  /** Its operations, in the order of the file. */
  readonly operations: readonly ContractOperation<HttpOperationProps>[];
}

/** The operations of a gRPC service. */
export interface GrpcContract {
  /** How it is spoken. */
  readonly protocol: 'grpc';
  /** Full name: `<package>.<Service>`. */
  readonly service: string;
  /** Its operations, in the order of the file. */
  readonly operations: readonly ContractOperation<GrpcOperationProps>[];
}

/** The schema of an event. */
export interface EventContract {
  /** Full name, for example `shop.order.OrderPlaced`. */
  readonly name: string;
  /** How it is written. */
  readonly format: EventFormat;
  /** Its fields by path, in the order of the schema. */
  readonly fields: ReadonlyMap<string, EventField>;
  /** Text of the schema: the same schema gives the same text. */
  readonly schema: string;
}

/** What a service publishes and consumes, as an AsyncAPI document says. */
export interface ApplicationContract {
  /** Name of the service. */
  readonly service: string;
  /** Full names of the events it publishes, by topic. */
  readonly publishes: ReadonlyMap<string, string>;
  /** Full names of the events it consumes, by topic. */
  readonly consumes: ReadonlyMap<string, string>;
}

/** What a contract file says. */
export interface Contract {
  /** The file as it is kept and compared. */
  readonly document: ContractDocument;
  /** APIs that it describes: one of OpenAPI, one for each service of Protobuf. */
  readonly operations: readonly (HttpContract | GrpcContract)[];
  /** Events that it describes. */
  readonly events: readonly EventContract[];
  /** Who publishes and consumes, where the file says so. */
  readonly application?: ApplicationContract;
  /** Whether it imports our options of Protobuf, so that other tools need the file that declares them. */
  readonly usesOptions?: boolean;
}

/** What came of reading a contract: what it says, or all that is wrong with it. */
export type ContractReading =
  | { readonly ok: true; readonly contract: Contract }
  | { readonly ok: false; readonly problems: readonly ContractProblem[] };

/** Where a contract stands. */
export interface ReadOptions {
  /**
   * Absolute path of the contracts' folder: files are named from it, Protobuf imports start there, and no file outside
   * is referred to.
   *
   * @default - the folder of the file
   */
  readonly folder?: string;
}

/** Takes what is wrong at a place of a file. */
export type Report = (at: string, problem: string, fix: string) => void;
