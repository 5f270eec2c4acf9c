/** Contracts: what OpenAPI, Protobuf, Avro, JSON Schema and AsyncAPI files say, read into what the model takes. */
export type { ContractDocument, ContractKind, JsonObject, JsonValue } from './document';
export { formatProblem, type ContractProblem } from './problem';
export { readAsyncApi } from './read-asyncapi';
export { readAvro } from './read-avro';
export { contractFiles, readContracts, type FolderReading } from './read-contracts';
export { readJsonSchema } from './read-json-schema';
export { readOpenApi } from './read-openapi';
export { readProtobuf } from './read-protobuf';
export type {
  ApplicationContract,
  Contract,
  ContractOperation,
  ContractReading,
  EventContract,
  GrpcContract,
  HttpContract,
  ReadOptions,
} from './reading';
export { formatHandle } from './handles/format-handle';
export { planHandles, type HandlePlan } from './handles/plan-handles';
export type { ContractChange, ReleaseDirection } from './evolution/contract-change';
export { changesOfContract, type ModeOf } from './evolution/contract-changes';
export { impactsOf, modesOf, type ContractImpact, type ContractUser } from './evolution/impact';
export { changesSinceRelease } from './evolution/lock-changes';
export {
  EMPTY_LOCK,
  formatLock,
  LOCK_FILE,
  parseLock,
  releaseContracts,
  type ContractLock,
} from './lock';
export { sourcesOf } from './lock-sources';
