import {
  EMPTY_LOCK,
  formatLock,
  parseLock,
  releaseContracts,
  type ContractLock,
} from '../../lib/contracts/lock';
import type { ContractDocument, ContractKind, JsonObject } from '../../lib/contracts/document';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

function document(
  file: string,
  kind: ContractKind,
  version: string,
  content: JsonObject = { v: version },
): ContractDocument {
  return { kind, file, digest: digest(version), content };
}

function read(text: string): ContractLock {
  const parsed = parseLock(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

describe('releaseContracts', () => {
  it('keeps all versions of events and the last one of APIs', () => {
    const kinds: readonly ContractKind[] = [
      'avro',
      'json-schema',
      'protobuf',
      'openapi',
      'asyncapi',
    ];
    const release = (lock: ContractLock, version: string) =>
      releaseContracts(
        lock,
        kinds.map((kind) => document(kind, kind, version)),
      );
    const lock = release(release(EMPTY_LOCK, 'a'), 'b');

    expect(
      [...lock.contracts].map(([file, { versions }]) => [
        file,
        versions.map(({ content }) => content['v']),
      ]),
    ).toStrictEqual([
      ['asyncapi', ['b']],
      ['avro', ['a', 'b']],
      ['json-schema', ['a', 'b']],
      ['openapi', ['b']],
      ['protobuf', ['b']],
    ]);
  });

  it('adds no version where nothing changed, and drops what is no longer there', () => {
    const first = releaseContracts(EMPTY_LOCK, [
      document('a.avsc', 'avro', 'a'),
      document('b.avsc', 'avro', 'a'),
    ]);
    const second = releaseContracts(first, [document('a.avsc', 'avro', 'a')]);

    expect([...second.contracts.keys()]).toStrictEqual(['a.avsc']);
    expect(second.contracts.get('a.avsc')?.versions).toHaveLength(1);
  });

  it('begins anew where a file is of another kind', () => {
    const lock = releaseContracts(releaseContracts(EMPTY_LOCK, [document('a', 'avro', 'a')]), [
      document('a', 'json-schema', 'b'),
    ]);

    expect(lock.contracts.get('a')).toMatchObject({
      kind: 'json-schema',
      versions: [{ digest: digest('b') }],
    });
  });

  it('keeps why breaks were accepted', () => {
    const accepted = { reason: 'nobody pays by cheque', breaks: ['a.avsc id breaks mails: gone'] };
    const lock = releaseContracts(EMPTY_LOCK, [], { accepted });

    expect(releaseContracts(lock, []).accepted).toStrictEqual([accepted]);
    expect(releaseContracts(lock, [], { accepted }).accepted).toStrictEqual([accepted, accepted]);
  });
});

describe('formatLock', () => {
  it('writes the same text for the same lock, in order', () => {
    const a = document('a.avsc', 'avro', 'a', { name: 'A', fields: [{ type: 'int', name: 'x' }] });
    const b = document('b.avsc', 'avro', 'b', { fields: [] });
    const again = document('a.avsc', 'avro', 'a', {
      fields: [{ name: 'x', type: 'int' }],
      name: 'A',
    });

    expect(formatLock(releaseContracts(EMPTY_LOCK, [b, a]))).toBe(
      formatLock(releaseContracts(EMPTY_LOCK, [again, b])),
    );
    expect(formatLock(releaseContracts(EMPTY_LOCK, [a], { sources: digest('c') }))).toBe(`{
  "version": 1,
  "sources": "${digest('c')}",
  "contracts": {
    "a.avsc": {
      "kind": "avro",
      "versions": [
        {
          "digest": "${digest('a')}",
          "content": {
            "fields": [
              {
                "name": "x",
                "type": "int"
              }
            ],
            "name": "A"
          }
        }
      ]
    }
  }
}
`);
  });

  it('is read as it was written', () => {
    const accepted = { reason: 'agreed', breaks: ['all'] };
    const lock = releaseContracts(EMPTY_LOCK, [document('a.avsc', 'avro', 'a')], {
      sources: digest('c'),
      accepted,
    });

    expect(read(formatLock(lock))).toStrictEqual(lock);
    expect(read(formatLock(EMPTY_LOCK))).toStrictEqual(EMPTY_LOCK);
  });
});

describe('parseLock', () => {
  const contract = (declared: unknown): string =>
    JSON.stringify({ version: 1, contracts: { 'a.avsc': declared } });

  it.each([
    ['{', 'is not JSON'],
    ['[]', 'is no object'],
    ['{}', 'has version null, this groundplan reads version 1'],
    ['{"version":2,"contracts":{}}', 'has version 2, this groundplan reads version 1'],
    ['{"version":1}', "has no object 'contracts'"],
    [
      '{"version":1,"contracts":{},"accepted":[{}]}',
      "'accepted' is no list of reasons with what they accept",
    ],
    [
      '{"version":1,"contracts":{},"accepted":7}',
      "'accepted' is no list of reasons with what they accept",
    ],
    [contract(7), "contracts['a.avsc'] is no object"],
    [
      contract({ kind: 'thrift' }),
      'contracts[\'a.avsc\'] has kind "thrift", it must be one of openapi, protobuf, avro, json-schema, asyncapi',
    ],
    [contract({ kind: 'avro' }), "contracts['a.avsc'] has no versions"],
    [contract({ kind: 'avro', versions: [] }), "contracts['a.avsc'] has no versions"],
    [
      contract({ kind: 'avro', versions: [{ digest: 'x' }] }),
      "contracts['a.avsc'] version 1 has no digest like sha256:<64 hexadecimal digits>",
    ],
    [
      contract({ kind: 'avro', versions: [{ digest: digest('a') }] }),
      "contracts['a.avsc'] version 1 has no object 'content'",
    ],
  ])('refuses %s', (text, problem) => {
    expect(parseLock(text)).toStrictEqual({
      ok: false,
      problem: `contracts.lock.json ${problem}`,
      fix: 'restore the file from version control; it is written by `groundplan diff --release`',
    });
  });
});
