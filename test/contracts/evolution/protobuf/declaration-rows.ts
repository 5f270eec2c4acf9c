import { UPDATING, message, event, service, enumeration, type ProtoRow } from './proto-row';

/** Changes of enums, events and methods. */
export const DECLARATION_ROWS: readonly ProtoRow[] = [
  {
    name: 'an enum gets a value',
    ...{ old: enumeration('A = 0;'), now: enumeration('A = 0; B = 1;') },
    ...{
      rules: ['proto-value-added'],
      breaking: false,
      source: 'https://protobuf.dev/programming-guides/proto3/#enum',
    },
  },
  {
    name: 'a value of an enum is removed',
    ...{ old: enumeration('A = 0; B = 1;'), now: enumeration('A = 0;') },
    ...{
      rules: ['proto-value-removed'],
      breaking: true,
      source: 'ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED',
    },
  },
  {
    name: 'a value of an enum is removed, its number reserved',
    ...{ old: enumeration('A = 0; B = 1;'), now: enumeration('A = 0; reserved 1;') },
    ...{
      rules: ['proto-value-removed'],
      breaking: true,
      source: 'ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED',
    },
  },
  {
    name: 'a value of an enum is removed, number and name reserved',
    ...{ old: enumeration('A = 0; B = 1;'), now: enumeration('A = 0; reserved 1; reserved "B";') },
    ...{
      rules: ['proto-value-removed'],
      breaking: false,
      source: 'ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED',
    },
  },
  {
    name: 'a value of an enum is renamed',
    ...{ old: enumeration('A = 0; B = 1;'), now: enumeration('A = 0; C = 1;') },
    ...{ rules: ['proto-value-name'], breaking: true, source: 'ENUM_VALUE_SAME_NAME' },
  },
  {
    name: 'a reserved value of an enum is used',
    ...{ old: enumeration('A = 0; reserved 1;'), now: enumeration('A = 0; B = 1;') },
    rules: ['proto-number-reused', 'proto-reserved-removed'],
    ...{ breaking: true, source: 'RESERVED_ENUM_NO_DELETE' },
  },
  {
    name: 'a value of an enum gets an alias',
    ...{
      old: enumeration('option allow_alias = true; A = 0; B = 1; C = 1;'),
      now: enumeration('option allow_alias = true; A = 0; B = 1; C = 1; D = 1;'),
    },
    ...{ rules: [], breaking: false, source: 'ENUM_VALUE_SAME_NAME' },
  },
  {
    name: 'an event is removed',
    ...{
      old: `${event('M')} ${event('N')}`,
      now: event('M'),
    },
    ...{ rules: ['proto-event-removed'], breaking: true, source: 'MESSAGE_NO_DELETE' },
  },
  {
    name: 'an event is added',
    ...{
      old: event('M'),
      now: `${event('M')} ${event('N')}`,
    },
    ...{ rules: ['proto-event-added'], breaking: false, source: 'MESSAGE_NO_DELETE' },
  },
  {
    name: 'an event gets a field',
    ...{ old: event('M'), now: event('M').replace('}', 'string b = 2; }') },
    ...{ rules: ['proto-field-added'], breaking: false, source: UPDATING },
  },
  {
    name: 'an event loses a field',
    ...{ old: event('M').replace('}', 'string b = 2; }'), now: event('M') },
    ...{
      rules: ['proto-field-removed'],
      breaking: true,
      source: 'FIELD_NO_DELETE_UNLESS_NAME_RESERVED',
    },
  },
  {
    name: 'a method is added',
    ...{
      old: service('rpc R(Q) returns (A);'),
      now: service('rpc R(Q) returns (A); rpc T(Q) returns (A);'),
    },
    ...{ rules: ['proto-method-added'], breaking: false, source: 'https://google.aip.dev/180' },
  },
  {
    name: 'a method is removed',
    ...{
      old: service('rpc R(Q) returns (A); rpc T(Q) returns (A);'),
      now: service('rpc R(Q) returns (A);'),
    },
    ...{ rules: ['proto-method-removed'], breaking: true, source: 'RPC_NO_DELETE' },
  },
  {
    name: 'a service is removed',
    ...{
      old: `${service('rpc R(Q) returns (A);')} service T { rpc R(Q) returns (A); }`,
      now: service('rpc R(Q) returns (A);'),
    },
    ...{ rules: ['proto-service-removed'], breaking: true, source: 'SERVICE_NO_DELETE' },
  },
  {
    name: 'a method takes another request',
    ...{ old: service('rpc R(Q) returns (A);'), now: service('rpc R(B) returns (A);') },
    ...{ rules: ['proto-request-type'], breaking: true, source: 'RPC_SAME_REQUEST_TYPE' },
  },
  {
    name: 'a method gives another response',
    ...{ old: service('rpc R(Q) returns (A);'), now: service('rpc R(Q) returns (B);') },
    ...{ rules: ['proto-response-type'], breaking: true, source: 'RPC_SAME_RESPONSE_TYPE' },
  },
  {
    name: 'a response becomes a stream',
    ...{ old: service('rpc R(Q) returns (A);'), now: service('rpc R(Q) returns (stream A);') },
    ...{ rules: ['proto-streaming'], breaking: true, source: 'RPC_SAME_SERVER_STREAMING' },
  },
  {
    name: 'a request is no longer a stream',
    ...{ old: service('rpc R(stream Q) returns (A);'), now: service('rpc R(Q) returns (A);') },
    ...{ rules: ['proto-streaming'], breaking: true, source: 'RPC_SAME_CLIENT_STREAMING' },
  },
  {
    name: 'a method is no longer idempotent',
    old: service('rpc R(Q) returns (A) { option idempotency_level = IDEMPOTENT; }'),
    now: service('rpc R(Q) returns (A);'),
    ...{ rules: ['proto-idempotency'], breaking: true, source: 'RPC_SAME_IDEMPOTENCY_LEVEL' },
  },
  {
    name: 'a method has side effects now',
    old: service('rpc R(Q) returns (A) { option idempotency_level = NO_SIDE_EFFECTS; }'),
    now: service('rpc R(Q) returns (A) { option idempotency_level = IDEMPOTENT; }'),
    ...{ rules: ['proto-idempotency'], breaking: true, source: 'RPC_SAME_IDEMPOTENCY_LEVEL' },
  },
  {
    name: 'a method becomes idempotent',
    old: service('rpc R(Q) returns (A);'),
    now: service('rpc R(Q) returns (A) { option idempotency_level = IDEMPOTENT; }'),
    ...{ rules: ['proto-idempotency'], breaking: false, source: 'RPC_SAME_IDEMPOTENCY_LEVEL' },
    buf: {
      breaking: true,
      why: 'a promise that is added takes nothing from a caller that does not know it',
    },
  },
  {
    name: 'a message of an operation loses a field',
    old: 'message Q { string id = 1; Deep d = 2; } message Deep { string s = 1; string t = 2; } service S { rpc R(Q) returns (Q); }',
    now: 'message Q { string id = 1; Deep d = 2; } message Deep { string s = 1; } service S { rpc R(Q) returns (Q); }',
    ...{
      rules: ['proto-field-removed'],
      breaking: true,
      source: 'FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED',
    },
  },
  {
    name: 'comments and order change',
    old: message('string a = 1; string b = 2;'),
    now: `// Said better.\n${message('string b = 2; string a = 1;')}`,
    ...{ rules: [], breaking: false, source: UPDATING },
  },
];
