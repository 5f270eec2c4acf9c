import { parse } from 'protobufjs';
import type { ContractDocument, JsonObject } from '../../../../lib/contracts/document';

/** What protobufjs writes of a proto file. */
export function protoContent(body: string, syntax: 'proto2' | 'proto3' = 'proto3'): JsonObject {
  const text = `syntax = "${syntax}"; package shop.v1; ${body}`;
  return JSON.parse(JSON.stringify(parse(text).root.toJSON({ keepComments: false }))) as JsonObject;
}

/** A contract in Protobuf. */
export function protoDocument(body: string, syntax?: 'proto2' | 'proto3'): ContractDocument {
  const digest = `sha256:${'0'.repeat(64)}`;
  return { kind: 'protobuf', file: 'shop.proto', digest, content: protoContent(body, syntax) };
}
