import {
  ZALANDO,
  AIP,
  RFC,
  OAS,
  document,
  query,
  paths,
  string,
  integer,
  values,
  rows,
  type HttpRow,
} from './http-row';

export const OPERATION_ROWS: readonly HttpRow[] = [
  {
    name: 'an operation is added',
    ...{ old: paths(['/a', 'get', 'A']), now: paths(['/a', 'get', 'A'], ['/a', 'put', 'B']) },
    ...{ rule: 'http-operation-added', breaking: false, source: AIP },
  },
  {
    name: 'an operation is removed',
    ...{ old: paths(['/a', 'get', 'A'], ['/a', 'put', 'B']), now: paths(['/a', 'get', 'A']) },
    ...{
      rule: 'http-operation-removed',
      breaking: true,
      source: 'api-removed-without-deprecation',
    },
  },
  {
    name: 'a path is removed',
    ...{ old: paths(['/a', 'get', 'A'], ['/b', 'get', 'B']), now: paths(['/a', 'get', 'A']) },
    ...{
      rule: 'http-operation-removed',
      breaking: true,
      source: 'api-path-removed-without-deprecation',
    },
  },
  {
    name: 'a parameter of the path is renamed',
    old: {
      paths: {
        '/a/{id}': {
          get: { parameters: [{ name: 'id', in: 'path', required: true, schema: string }] },
        },
      },
    },
    now: {
      paths: {
        '/a/{key}': {
          get: { parameters: [{ name: 'key', in: 'path', required: true, schema: string }] },
        },
      },
    },
    ...{
      rule: 'http-operation-id',
      breaking: false,
      source: `${OAS}#patterned-fields (templated paths)`,
    },
  },
  {
    name: 'an operation gets another operationId',
    ...{ old: paths(['/a', 'get', 'A']), now: paths(['/a', 'get', 'B']) },
    ...{ rule: 'http-operation-id', breaking: false, source: 'api-operation-id-removed' },
  },
  {
    name: 'an operation is deprecated',
    ...{ old: document({}), now: document({ deprecated: true }) },
    ...{
      rule: 'http-operation-deprecated',
      breaking: false,
      source: RFC.replace('9110', '9745'),
    },
  },
];

export const PARAMETER_ROWS: readonly HttpRow[] = [
  {
    name: 'an optional parameter is added',
    ...{ old: document({}), now: query(integer) },
    ...{ rule: 'http-request-parameter-added', breaking: false, source: ZALANDO },
  },
  {
    name: 'a required parameter is added',
    ...{ old: document({}), now: query(integer, { required: true }) },
    ...{
      rule: 'http-request-parameter-required',
      breaking: true,
      source: 'new-required-request-parameter',
    },
  },
  {
    name: 'a required header is added',
    old: document({}),
    now: document({
      parameters: [{ name: 'X-Tenant', in: 'header', required: true, schema: string }],
    }),
    ...{
      rule: 'http-request-parameter-required',
      breaking: true,
      source: 'new-required-request-parameter',
    },
  },
  {
    name: 'a header is written in other case',
    old: document({ parameters: [{ name: 'X-Tenant', in: 'header', schema: string }] }),
    now: document({ parameters: [{ name: 'x-tenant', in: 'header', schema: string }] }),
    ...{ breaking: false, source: `${RFC}#section-5.1` },
  },
  {
    name: 'a parameter becomes required',
    ...{ old: query(integer), now: query(integer, { required: true }) },
    ...{
      rule: 'http-request-parameter-required',
      breaking: true,
      source: 'request-parameter-became-required',
    },
  },
  {
    name: 'a parameter becomes optional',
    ...{ old: query(integer, { required: true }), now: query(integer) },
    ...{ rule: 'http-request-parameter-optional', breaking: false, source: ZALANDO },
  },
  {
    name: 'a parameter is removed',
    ...{ old: query(integer), now: document({}) },
    ...{
      rule: 'http-request-parameter-removed',
      breaking: false,
      source: ZALANDO.replace('107', '109'),
    },
  },
  {
    name: 'a parameter is written another way',
    ...{ old: query({ type: 'array' }), now: query({ type: 'array' }, { explode: false }) },
    ...{ rule: 'http-request-parameter-style', breaking: true, source: `${OAS}#style-values` },
  },
  {
    name: 'the default way is written out',
    ...{
      old: query({ type: 'array' }),
      now: query({ type: 'array' }, { style: 'form', explode: true }),
    },
    ...{ breaking: false, source: `${OAS}#style-values` },
  },
  ...rows(query, 'a parameter', [
    [
      'loses a value',
      values('a', 'b'),
      values('a'),
      'http-request-enum-narrowed',
      true,
      'request-parameter-enum-value-removed',
    ],
    ['gets a value', values('a'), values('a', 'b'), 'http-request-enum-widened', false, ZALANDO],
    [
      'gets another type',
      string,
      integer,
      'http-request-type-changed',
      true,
      'request-parameter-type-changed',
    ],
    ['takes all numbers', integer, { type: 'number' }, 'http-request-type-widened', false, ZALANDO],
    [
      'gets a lower maximum',
      { ...integer, maximum: 100 },
      { ...integer, maximum: 99 },
      'http-request-maximum-narrowed',
      true,
      'request-parameter-max-decreased',
    ],
    [
      'gets a higher maximum',
      { ...integer, maximum: 100 },
      { ...integer, maximum: 101 },
      'http-request-maximum-widened',
      false,
      ZALANDO,
    ],
    [
      'gets a higher minimum',
      { ...integer, minimum: 1 },
      { ...integer, minimum: 2 },
      'http-request-minimum-narrowed',
      true,
      'request-parameter-min-increased',
    ],
    [
      'gets a pattern',
      string,
      { ...string, pattern: '^a' },
      'http-request-pattern-narrowed',
      true,
      'request-parameter-pattern-added',
    ],
  ]),
];
