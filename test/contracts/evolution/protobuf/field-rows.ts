import { UPDATING, message, field, type, type ProtoRow } from './proto-row';

/** Changes of fields. */
export const FIELD_ROWS: readonly ProtoRow[] = [
  field('a field is added', ['string a = 1;', 'string a = 1; string b = 2;'], {
    ...{ rules: ['proto-field-added'], breaking: false, source: UPDATING },
  }),
  field('a field is removed', ['string a = 1; string b = 2;', 'string a = 1;'], {
    ...{
      rules: ['proto-field-removed'],
      breaking: true,
      source: 'FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED',
    },
  }),
  field(
    'a field is removed, its number reserved',
    ['string a = 1; string b = 2;', 'string a = 1; reserved 2;'],
    {
      ...{
        rules: ['proto-field-removed'],
        breaking: true,
        source: 'FIELD_NO_DELETE_UNLESS_NAME_RESERVED',
      },
    },
  ),
  field(
    'a field is removed, its name reserved',
    ['string a = 1; string b = 2;', 'string a = 1; reserved "b";'],
    {
      ...{
        rules: ['proto-field-removed'],
        breaking: true,
        source: 'FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED',
      },
    },
  ),
  field(
    'a field is removed, number and name reserved',
    ['string a = 1; string b = 2;', 'string a = 1; reserved 2; reserved "b";'],
    { rules: ['proto-field-removed'], breaking: false, source: `${UPDATING} (reserved)` },
  ),
  field('a field is renamed', ['string a = 1;', 'string b = 1;'], {
    ...{ rules: ['proto-field-name'], breaking: true, source: 'FIELD_SAME_NAME' },
  }),
  field('a number is used for another field', ['string a = 1;', 'int64 b = 1;'], {
    ...{ rules: ['proto-field-name'], breaking: true, source: 'FIELD_SAME_NAME' },
  }),
  field('a field gets another number', ['string a = 1;', 'string a = 2;'], {
    ...{
      rules: ['proto-field-number'],
      breaking: true,
      source: 'FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED',
    },
  }),
  field('a reserved number is used', ['string a = 1; reserved 2;', 'string a = 1; string b = 2;'], {
    rules: ['proto-number-reused', 'proto-reserved-removed'],
    ...{ breaking: true, source: 'RESERVED_MESSAGE_NO_DELETE' },
  }),
  field('a reserved name is used', ['string a = 1; reserved "b";', 'string a = 1; string b = 2;'], {
    rules: ['proto-name-reused', 'proto-reserved-removed'],
    ...{ breaking: true, source: 'RESERVED_MESSAGE_NO_DELETE' },
  }),
  field(
    'a reservation is given up',
    ['string a = 1; reserved 5 to 9;', 'string a = 1; reserved 5 to 8;'],
    {
      ...{
        rules: ['proto-reserved-removed'],
        breaking: true,
        source: 'RESERVED_MESSAGE_NO_DELETE',
      },
    },
  ),
  field(
    'a reservation is widened',
    ['string a = 1; reserved 5;', 'string a = 1; reserved 4 to 6;'],
    {
      ...{ rules: [], breaking: false, source: 'RESERVED_MESSAGE_NO_DELETE' },
    },
  ),
  field('the name in JSON changes', ['string a = 1;', 'string a = 1 [json_name = "b"];'], {
    ...{ rules: ['proto-json-name'], breaking: true, source: 'FIELD_SAME_JSON_NAME' },
  }),
  field(
    'the name in JSON is written out',
    ['string a_b = 1;', 'string a_b = 1 [json_name = "aB"];'],
    {
      ...{ rules: [], breaking: false, source: 'FIELD_SAME_JSON_NAME' },
    },
  ),
  field('optional becomes repeated', ['string a = 1;', 'repeated string a = 1;'], {
    ...{
      rules: ['proto-cardinality'],
      breaking: true,
      source: 'FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY',
    },
  }),
  field('repeated becomes single', ['repeated int32 a = 1;', 'int32 a = 1;'], {
    ...{
      rules: ['proto-cardinality'],
      breaking: true,
      source: 'FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY',
    },
  }),
  field('presence becomes explicit', ['string a = 1;', 'optional string a = 1;'], {
    ...{ rules: [], breaking: false, source: 'FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY' },
  }),
  field('a field becomes a map', ['string a = 1;', 'map<string, string> a = 1;'], {
    ...{
      rules: ['proto-cardinality'],
      breaking: true,
      source: 'FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY',
    },
  }),
  field('a map gets other values', ['map<string, string> a = 1;', 'map<string, int32> a = 1;'], {
    ...{ rules: ['proto-type'], breaking: true, source: 'FIELD_WIRE_JSON_COMPATIBLE_TYPE' },
  }),
  field('a map gets other keys', ['map<string, string> a = 1;', 'map<int32, string> a = 1;'], {
    ...{ rules: ['proto-type'], breaking: true, source: 'FIELD_WIRE_JSON_COMPATIBLE_TYPE' },
  }),
  type('int32', 'uint32', false),
  type('uint64', 'int64', false),
  type('fixed32', 'sfixed32', false),
  type('fixed64', 'sfixed64', false),
  type('int32', 'int64', true),
  type('int32', 'bool', true),
  type('sint32', 'sint64', true),
  type('int32', 'sint32', true),
  type('string', 'bytes', true),
  type('string', 'int32', true),
  type('float', 'double', true),
  type('int32', 'fixed32', true),
  {
    name: 'a message is put in place of another',
    old: 'message X { string s = 1; } message Y { string s = 1; } message M { X a = 1; } service T { rpc R(M) returns (M); }',
    now: 'message X { string s = 1; } message Y { string s = 1; } message M { Y a = 1; } service T { rpc R(M) returns (M); }',
    ...{ rules: ['proto-type'], breaking: true, source: 'FIELD_WIRE_JSON_COMPATIBLE_TYPE' },
  },
  {
    name: 'an enum is put in place of a number',
    old: `enum E { E_A = 0; } ${message('int32 a = 1;')}`,
    now: `enum E { E_A = 0; } ${message('E a = 1;')}`,
    ...{ rules: ['proto-type'], breaking: true, source: 'FIELD_WIRE_JSON_COMPATIBLE_TYPE' },
  },
  {
    name: 'an enum is put in place of one of the same name with fewer values',
    old: 'enum E { E_A = 0; } message M { enum K { A = 0; } K a = 1; } message N { enum K { A = 0; B = 1; } K k = 1; } service T { rpc R(M) returns (M); }',
    now: 'enum E { E_A = 0; } message M { enum K { A = 0; } N.K a = 1; } message N { enum K { A = 0; B = 1; } K k = 1; } service T { rpc R(M) returns (M); }',
    ...{ rules: ['proto-type'], breaking: false, source: 'FIELD_WIRE_JSON_COMPATIBLE_TYPE' },
  },
  field('a field moves into a new oneof', ['string a = 1;', 'oneof o { string a = 1; }'], {
    ...{ rules: ['proto-oneof'], breaking: true, source: 'FIELD_SAME_ONEOF' },
  }),
  field(
    'a field moves into a oneof that is there',
    ['oneof o { string a = 1; } string b = 2;', 'oneof o { string a = 1; string b = 2; }'],
    {
      ...{ rules: ['proto-oneof'], breaking: true, source: `${UPDATING} (oneof)` },
    },
  ),
  field(
    'a field moves out of a oneof',
    ['oneof o { string a = 1; string b = 2; }', 'oneof o { string a = 1; } string b = 2;'],
    {
      ...{ rules: ['proto-oneof'], breaking: true, source: 'FIELD_SAME_ONEOF' },
    },
  ),
  field(
    'a oneof gets a new field',
    ['oneof o { string a = 1; }', 'oneof o { string a = 1; string b = 2; }'],
    {
      ...{ rules: ['proto-field-added'], breaking: false, source: UPDATING },
    },
  ),
  field(
    'a required field is added',
    ['optional string a = 1;', 'optional string a = 1; required string b = 2;'],
    {
      ...{
        rules: ['proto-required'],
        breaking: true,
        source: 'MESSAGE_SAME_REQUIRED_FIELDS',
        syntax: 'proto2',
      },
    },
  ),
  field('a required field becomes optional', ['required string a = 1;', 'optional string a = 1;'], {
    ...{
      rules: ['proto-required'],
      breaking: true,
      source: 'MESSAGE_SAME_REQUIRED_FIELDS',
      syntax: 'proto2',
    },
  }),
  field(
    'a required field is removed',
    [
      'required string a = 1; optional string b = 2;',
      'optional string b = 2; reserved 1; reserved "a";',
    ],
    {
      ...{
        rules: ['proto-required'],
        breaking: true,
        source: 'MESSAGE_SAME_REQUIRED_FIELDS',
        syntax: 'proto2',
      },
    },
  ),
  field(
    'a default changes',
    ['optional int32 a = 1 [default = 3];', 'optional int32 a = 1 [default = 4];'],
    {
      ...{
        rules: ['proto-default'],
        breaking: true,
        source: 'FIELD_SAME_DEFAULT',
        syntax: 'proto2',
      },
    },
  ),
];
