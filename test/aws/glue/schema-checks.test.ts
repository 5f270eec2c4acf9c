import { Token } from 'cdktf';
import {
  MAX_DEFINITION,
  assertDefinition,
  assertSchemaName,
} from '../../../lib/aws/glue/schema-checks';

const scope = { node: { path: 'Schema' } };
const token = Token.asString({ resolve: () => '${var.x}' });

test.each(['a', 'a'.repeat(255), 'orders-v1.Order_Placed$#', token])('%s is a name', (name) => {
  expect(() => {
    assertSchemaName(scope, 'schema', name);
  }).not.toThrow();
});

test.each(['', 'a'.repeat(256), 'order placed', 'orders/placed'])('%s is no name', (name) => {
  expect(() => {
    assertSchemaName(scope, 'schema', name);
  }).toThrow(
    `[Schema] name '${name}' is not a schema (1 to 255 letters, digits and -_$#.); rename it within these bounds`,
  );
});

test.each([
  ['AVRO', '"string"'],
  ['JSON', '{}'],
  ['PROTOBUF', 'syntax = "proto3";'],
  ['AVRO', token],
  ['JSON', `"${'a'.repeat(MAX_DEFINITION - 2)}"`],
] as const)('%s takes its text', (format, definition) => {
  expect(() => {
    assertDefinition(scope, format, definition);
  }).not.toThrow();
});

test.each([
  ['AVRO', ' ', 'definition is empty, a schema is needed; pass the text of the schema'],
  [
    'JSON',
    `"${'a'.repeat(MAX_DEFINITION - 1)}"`,
    'definition has 170001 characters, a schema has at most 170000; split the event or leave its documentation out',
  ],
  [
    'AVRO',
    'record Order',
    'definition is not JSON, which a schema in AVRO is written in; pass the text of the schema, or another dataFormat',
  ],
  [
    'JSON',
    '{',
    'definition is not JSON, which a schema in JSON is written in; pass the text of the schema, or another dataFormat',
  ],
] as const)('%s refuses another text', (format, definition, message) => {
  expect(() => {
    assertDefinition(scope, format, definition);
  }).toThrow(`[Schema] ${message}`);
});
