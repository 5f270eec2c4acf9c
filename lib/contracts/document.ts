/** A value as JSON has it. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
/** An object as JSON has it. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** How a contract is written. */
export type ContractKind = 'openapi' | 'protobuf' | 'avro' | 'json-schema' | 'asyncapi';

/** A contract as a parser gave it, in the form that is kept in the lock file and compared. */
export interface ContractDocument {
  /** How it is written. */
  readonly kind: ContractKind;
  /** Path from the contracts' folder, with forward slashes. */
  readonly file: string;
  /** `sha256:<hex>` of the source's bytes and of those of the local files that it refers to. */
  readonly digest: string;
  /**
   * What it says. OpenAPI and AsyncAPI: the bundled document, local `$ref`s kept. Protobuf: the root of protobufjs as
   * JSON, with options, reserved names and ids. Avro and JSON Schema: the schema.
   */
  readonly content: JsonObject;
}
