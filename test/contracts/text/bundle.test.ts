import { bundle } from '../../../lib/contracts/text/bundle';
import { folderWith } from '../support/folder';

function bundled(files: Readonly<Record<string, string | object>>, file = 'a.json') {
  const problems: string[] = [];
  const result = bundle({ folder: folderWith(files), file }, 'x-files', (of, at, problem, fix) => {
    problems.push(`${of} ${at} ${problem}; ${fix}`);
  });
  return { result, problems };
}

describe('a document and the files it refers to', () => {
  it('are one, every reference in it local', () => {
    const { result, problems } = bundled({
      'a.json': {
        x: { $ref: 'sub/b.yaml#/Money' },
        own: { $ref: 'a.json#/x' },
        whole: { $ref: 'sub/b.yaml' },
      },
      'sub/b.yaml':
        "Money: { $ref: '../c.json#/Amount' }\nBack: { $ref: '../a.json#/own' }\nSame: { $ref: '#/Money' }",
      'c.json': { Amount: { type: 'integer' } },
    });

    expect(problems).toStrictEqual([]);
    expect(result?.content).toStrictEqual({
      x: { $ref: '#/x-files/sub~1b.yaml/Money' },
      own: { $ref: '#/x' },
      whole: { $ref: '#/x-files/sub~1b.yaml' },
      'x-files': {
        'sub/b.yaml': {
          Money: { $ref: '#/x-files/c.json/Amount' },
          Back: { $ref: '#/own' },
          Same: { $ref: '#/x-files/sub~1b.yaml/Money' },
        },
        'c.json': { Amount: { type: 'integer' } },
      },
    });
    expect([...(result?.texts.keys() ?? [])]).toStrictEqual(['a.json', 'sub/b.yaml', 'c.json']);
  });

  it('may refer to each other in circles', () => {
    const { result, problems } = bundled({
      'a.json': { b: { $ref: 'b.json#/a' } },
      'b.json': { a: { $ref: 'a.json#/b' } },
    });

    expect(problems).toStrictEqual([]);
    expect(result?.content).toStrictEqual({
      b: { $ref: '#/x-files/b.json/a' },
      'x-files': { 'b.json': { a: { $ref: '#/b' } } },
    });
  });

  it('say all that is wrong with any of them', () => {
    const { result, problems } = bundled({
      'a.json': {
        remote: { $ref: 'https://example.com/b.json' },
        short: { $ref: '//example.com/b.json' },
        outside: { $ref: '../b.json' },
        missing: { $ref: 'none.json' },
        empty: { $ref: 'empty.json' },
        broken: { $ref: 'broken.json' },
      },
      ...{ 'empty.json': '', 'broken.json': '{\n"a"' },
    });

    expect(result).toBeUndefined();
    expect(problems).toStrictEqual([
      "a.json /remote refers to 'https://example.com/b.json', which is not a local file; copy it into the folder and refer to that file",
      "a.json /short refers to '//example.com/b.json', which is not a local file; copy it into the folder and refer to that file",
      "a.json /outside refers to '../b.json', which is outside the folder of contracts; move it into the folder",
      "a.json /missing refers to 'none.json', and that file does not exist; correct the path, or write the file",
      "a.json /empty refers to 'empty.json', and that file is empty; write the contract",
      expect.stringMatching(/^broken\.json 2:4 is not JSON: /),
    ]);
  });

  it('say which reference leads nowhere', () => {
    const { problems } = bundled({
      'a.json': {
        x: { $ref: '#/none' },
        y: { $ref: 'b.json#/none/at/all' },
        z: { $ref: '#anchor' },
      },
      'b.json': {},
    });

    expect(problems).toStrictEqual([
      "a.json /x refers to '#/none', which is not there; correct the $ref",
      "a.json /y refers to 'b.json#/none/at/all', which is not there; correct the $ref",
    ]);
  });

  it('have to be there', () => {
    expect(bundled({}).problems).toStrictEqual([
      'a.json  does not exist; correct the path, or write the file',
    ]);
  });

  it('may not be named by what cannot be decoded', () => {
    expect(bundled({ 'a.json': { x: { $ref: '50%.json' } } }).problems).toStrictEqual([
      "a.json /x refers to '50%.json', and that file does not exist; correct the path, or write the file",
    ]);
  });
});
