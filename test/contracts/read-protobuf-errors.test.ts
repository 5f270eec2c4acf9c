import { linesOf } from './support/folder';
import { HEAD, OPTIONS, MESSAGES, read, one } from './support/protobuf';

describe('what is wrong is said with its place and a fix', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a syntax error',
      [...HEAD, 'message A {', '  string name = ;', '}'],
      ["a.proto:4:17 illegal id ';'; correct the file there"],
    ],
    [
      'an end that comes too early',
      [...HEAD, 'message A {'],
      ["a.proto:3:12 illegal end of input 'null'; correct the file there"],
    ],
    [
      'a number that is used twice',
      [...HEAD, 'message Before {}', 'message A { string a = 1; string b = 1; }'],
      ['a.proto:4:1 duplicate id 1 in Type A; correct the file there'],
    ],
    [
      'a reserved number',
      [...HEAD, 'message A { reserved 1; string a = 1; }'],
      ['a.proto:3:1 id 1 is reserved in Type A; correct the file there'],
    ],
    [
      'an unknown type of a field',
      [...HEAD, 'message A {', '  Foo a = 1;', '}'],
      [
        "a.proto:4:3 no such Type or Enum 'Foo' in Type .shop.v1.A; declare it, or import the file that does",
      ],
    ],
    [
      'an unknown type of a method',
      [...HEAD, 'message A {}', 'service S { rpc Do(A) returns (Foo); }'],
      ['a.proto:4:32 no such type: Foo; declare it, or import the file that does'],
    ],
    [
      'an unknown syntax',
      ['', '  syntax = "proto4";'],
      ['a.proto:2:3 syntax is "proto4"; write syntax = "proto3" or "proto2"'],
    ],
    [
      'an edition',
      ['edition = "2023";'],
      ['a.proto:1:1 edition is "2023"; write syntax = "proto3" or "proto2"'],
    ],
    [
      'an import that is not there',
      [...HEAD, 'import "gone.proto";'],
      [
        "a.proto:3:1 imports 'gone.proto', which does not exist; write the path from the folder of contracts, of a file that is there",
      ],
    ],
    [
      'an import from outside',
      [...HEAD, 'import "../secret.proto"; import "/etc/a.proto";'],
      [
        "a.proto:3:1 imports '../secret.proto', which is outside the folder of contracts; write the path from the folder of contracts, of a file that is there",
        "a.proto:3:27 imports '/etc/a.proto', which is outside the folder of contracts; write the path from the folder of contracts, of a file that is there",
      ],
    ],
    [
      'options without their import',
      [...HEAD, 'message A { option (groundplan.event) = true; string a = 1; }'],
      [
        'a.proto uses options of groundplan without importing them; import "groundplan/options.proto"',
      ],
    ],
    [
      'an unknown class of data',
      [...HEAD, OPTIONS, 'message A { string a = 1 [(groundplan.classification) = PII]; }'],
      [
        'a.proto classification of shop.v1.A.a is "PII", which is no class of data; use "pii" or "pci"',
      ],
    ],
    [
      'an event inside a message',
      [
        ...HEAD,
        OPTIONS,
        'message A { message B { option (groundplan.event) = true; string a = 1; } }',
      ],
      ['a.proto event shop.v1.A.B stands inside a message; declare it outside'],
    ],
  ])('%s', async (_what, text, lines) => {
    expect(linesOf(await one(...text))).toStrictEqual(lines);
  });

  it.each([
    ['(groundplan.deadline) = "soon"', 'deadline of shop.v1.S.Do is "soon"; write it like "200ms"'],
    ['(groundplan.deadline) = 200', 'deadline of shop.v1.S.Do is 200; write it like "200ms"'],
    [
      '(groundplan.max_request_bytes) = 0',
      'max_request_bytes of shop.v1.S.Do is 0; set it to 1 or more',
    ],
    [
      '(groundplan.authenticated) = "yes"',
      'authenticated of shop.v1.S.Do is "yes"; set it to true or false',
    ],
    ['(groundplan.scope) = 1', 'scope of shop.v1.S.Do is 1; write it like "orders:read"'],
    [
      '(groundplan.authenticated) = false; option (groundplan.scope) = "a"',
      'authenticated of shop.v1.S.Do is false; leave out scope, or authenticated',
    ],
    [
      '(groundplan.dedline) = "200ms"',
      'option (groundplan.dedline) of shop.v1.S.Do is none of a method; use one of authenticated, scope, deadline, max_request_bytes',
    ],
    [
      '(groundplan.classification) = "pii"',
      'option (groundplan.classification) of shop.v1.S.Do is none of a method; use one of authenticated, scope, deadline, max_request_bytes',
    ],
  ])('option %s of a method', async (option, problem) => {
    const method = `rpc Do(Q) returns (R) { option ${option}; }`;
    const reading = await one(...HEAD, OPTIONS, `service S { ${method} }`, MESSAGES);

    expect(linesOf(reading)).toStrictEqual([`a.proto ${problem}`]);
  });

  it('an event of several packages', async () => {
    const reading = await read({
      'a.proto': [
        ...HEAD,
        OPTIONS,
        'import "b.proto";',
        'message A { option (groundplan.event) = true; other.B b = 1; }',
      ].join('\n'),
      'b.proto': 'syntax = "proto3"; package other; message B { string x = 1; }',
    });

    expect(linesOf(reading)).toStrictEqual([
      'a.proto event shop.v1.A has fields of other packages: other.B; declare them in the package of the event: a registry takes one file',
    ]);
  });

  it('in the file that it is in, when that is another', async () => {
    const reading = await read({
      'a.proto': `${HEAD.join(' ')} import "b.proto";`,
      'b.proto': 'syntax = "proto3";\nmessage {',
    });

    expect(linesOf(reading)).toStrictEqual([
      "b.proto:2:9 illegal type name '{'; correct the file there",
    ]);
  });
});
