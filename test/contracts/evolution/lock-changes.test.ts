import type { ContractDocument, ContractKind, JsonObject } from '../../../lib/contracts/document';
import { changesSinceRelease } from '../../../lib/contracts/evolution/lock-changes';
import { EMPTY_LOCK, releaseContracts } from '../../../lib/contracts/lock';
import { protoContent } from './protobuf/proto-document';

const document = (
  file: string,
  content: JsonObject,
  version = 'a',
  kind: ContractKind = 'avro',
): ContractDocument => ({
  ...{ kind, file, digest: `sha256:${version.repeat(64)}`, content },
});
const event = (type: string): JsonObject => ({
  type: 'record',
  name: 'E',
  fields: [{ name: 'id', type }],
});
const said = (released: readonly ContractDocument[], now: readonly ContractDocument[]) =>
  changesSinceRelease(releaseContracts(EMPTY_LOCK, released), now, () => 'BACKWARD').map(
    ({ file, rule, breaking, direction }) => [file, rule, breaking, direction],
  );

describe('changesSinceRelease', () => {
  it('compares what differs, and nothing of what has the same digest', () => {
    expect(
      said([document('e.avsc', event('int'))], [document('e.avsc', event('string'), 'b')]),
    ).toStrictEqual([['e.avsc', 'avro-type', true, 'expand-then-contract']]);
    expect(
      said([document('e.avsc', event('int'))], [document('e.avsc', event('string'))]),
    ).toStrictEqual([]);
    expect(
      said([document('e.avsc', event('int'))], [document('e.avsc', event('int'), 'b')]),
    ).toStrictEqual([]);
  });

  it('tells contracts that come and go', () => {
    expect(said([], [document('e.avsc', event('int'))])).toStrictEqual([
      ['e.avsc', 'contract-added', false, 'any'],
    ]);
    expect(said([document('e.avsc', event('int'))], [])).toStrictEqual([
      ['e.avsc', 'contract-removed', true, 'consumers-first'],
    ]);
  });

  it('puts a new service before its callers, and a file of events nowhere', () => {
    const service = protoContent('message M {} service S { rpc R(M) returns (M); }');
    const parts = protoContent('message M {}');

    expect(
      said(
        [],
        [
          document('p.proto', parts, 'a', 'protobuf'),
          document('s.proto', service, 'a', 'protobuf'),
          document('o.yaml', {}, 'a', 'openapi'),
        ],
      ),
    ).toStrictEqual([
      ['o.yaml', 'contract-added', false, 'producers-first'],
      ['p.proto', 'contract-added', false, 'any'],
      ['s.proto', 'contract-added', false, 'producers-first'],
    ]);
  });

  it('takes a file of another kind for another contract', () => {
    expect(
      said([document('e', event('int'))], [document('e', {}, 'b', 'json-schema')]),
    ).toStrictEqual([['e', 'contract-removed', true, 'consumers-first']]);
  });

  it('compares every kind', () => {
    const payload = (type: string): JsonObject => ({
      channels: { c: { messages: { M: { payload: { type } } } } },
    });
    const pairs: readonly (readonly [ContractKind, JsonObject, JsonObject])[] = [
      [
        'protobuf',
        protoContent('message M { int32 a = 1; } service S { rpc R(M) returns (M); }'),
        protoContent('message M { string a = 1; } service S { rpc R(M) returns (M); }'),
      ],
      ['openapi', { paths: { '/a': { get: {} } } }, { paths: {} }],
      ['json-schema', { type: 'string' }, { type: 'integer' }],
      ['asyncapi', payload('string'), payload('integer')],
    ];

    expect(
      pairs.map(
        ([kind, old, now]) =>
          said([document('f', old, 'a', kind)], [document('f', now, 'b', kind)])[0]?.[1],
      ),
    ).toStrictEqual([
      'proto-type',
      'http-operation-removed',
      'json-type-changed',
      'json-type-changed',
    ]);
  });
});
