import { DECLARATION_ROWS } from './declaration-rows';
import { FIELD_ROWS } from './field-rows';
import type { ProtoRow } from './proto-row';

/** Changes of contracts in Protobuf, breaking ones and harmless ones. */
export const PROTO_ROWS: readonly ProtoRow[] = [...FIELD_ROWS, ...DECLARATION_ROWS];
