import { explainFailure } from '../../lib/cli/load-failure';

const FILE = '/home/dev/shop/system.ts';
const CHECK = 'npx tsc --noEmit checks syntax and types of all files';

/** An error as the loader throws it, with a stack of our choice. */
function failure(name: string, message: string, frames: readonly string[], code?: string): Error {
  const error = Object.assign(new Error(message), { name, ...(code !== undefined && { code }) });
  error.stack = [`${name}: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

describe('explainFailure', () => {
  it('names the innermost line that the user wrote, not the library it called', () => {
    const error = failure('TypeError', 'boom', [
      'recordOf (/opt/groundplan/lib/model/declaration.ts:60:26)',
      'new Team (/home/dev/shop/node_modules/groundplan/lib/team.js:37:18)',
      `declare (${FILE}:12:3)`,
      `<anonymous> (${FILE}:40:1)`,
    ]);

    expect(explainFailure(error, FILE)).toStrictEqual({
      file: FILE,
      line: 12,
      problem: 'TypeError: boom',
      fix: `correct it so that the file loads: ${CHECK}`,
    });
  });

  it('names a file that the system file is split into', () => {
    const error = failure('RangeError', 'boom', [
      'async file:///home/dev/shop/contexts/my%20orders.mts?namespace=1:7:2',
      `${FILE}:1:1`,
    ]);

    expect(explainFailure(error, FILE)).toMatchObject({
      file: '/home/dev/shop/contexts/my orders.mts',
      line: 7,
    });
  });

  it('does not take a folder beside for the user’s', () => {
    const error = failure('Error', 'boom', ['f (/home/dev/shop-tools/x.ts:7:2)']);

    expect(explainFailure(error, FILE)).toStrictEqual({
      file: FILE,
      problem: 'Error: boom',
      fix: 'correct it so that the file loads',
    });
  });

  it('keeps problem and fix of errors of this package apart', () => {
    const error = failure('UnscopedPlatformError', "cidr is 'x'; y; write it like 10.0.0.0/12", [
      `f (${FILE}:3:1)`,
    ]);

    expect(explainFailure(error, FILE)).toStrictEqual({
      file: FILE,
      line: 3,
      problem: "cidr is 'x'; y",
      fix: 'write it like 10.0.0.0/12',
    });
  });

  it.each([
    ['ReferenceError', `correct it so that the file loads: ${CHECK}`],
    ['RangeError', 'correct it so that the file loads'],
  ])('says of a %s what may find it', (name, fix) => {
    expect(explainFailure(failure(name, 'boom', []), FILE)).toMatchObject({ fix });
  });

  it('keeps a semicolon in the message of any other error', () => {
    expect(explainFailure(failure('Error', 'a; b', []), FILE).problem).toBe('Error: a; b');
  });

  it('shows the first line of a long message', () => {
    expect(explainFailure(failure('Error', 'one\ntwo', []), FILE).problem).toBe('Error: one');
  });

  it('reads file, line and text of a mistake that the compiler reports', () => {
    const message = `Transform failed with 1 error:\n/home/dev/other.ts:3:27: ERROR: Unexpected ";"`;

    expect(explainFailure(failure('Error', message, []), FILE)).toStrictEqual({
      file: '/home/dev/other.ts',
      line: 3,
      problem: 'syntax error: Unexpected ";"',
      fix: `correct the line: ${CHECK}`,
    });
  });

  it('reads the line at the head of a syntax error of the engine', () => {
    const error = failure('SyntaxError', "does not provide an export named 'x'", []);
    error.stack = `file://${FILE}:3\nimport { x } from './y';\n         ^\n${error.stack ?? ''}`;

    expect(explainFailure(error, FILE)).toStrictEqual({
      file: FILE,
      line: 3,
      problem: "syntax error: does not provide an export named 'x'",
      fix: `correct the line: ${CHECK}`,
    });
  });

  it('names what a CommonJS file cannot find, and the line that asks for it', () => {
    const error = failure(
      'Error',
      `Cannot find module './nothing'\nRequire stack:\n- ${FILE}`,
      ['Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)', `${FILE}:2:7`],
      'MODULE_NOT_FOUND',
    );

    expect(explainFailure(error, FILE)).toStrictEqual({
      file: FILE,
      line: 2,
      problem: "cannot find './nothing'",
      fix: 'install it or correct the import',
    });
  });

  it('names what an ES module cannot find, and the file that asks for it', () => {
    const error = failure(
      'Error',
      "Cannot find package 'nothing' imported from /home/dev/shop/contexts/orders.ts",
      ['packageResolve (node:internal/modules/esm/resolve:873:9)'],
      'ERR_MODULE_NOT_FOUND',
    );

    expect(explainFailure(error, FILE)).toStrictEqual({
      file: '/home/dev/shop/contexts/orders.ts',
      problem: "cannot find 'nothing'",
      fix: 'install it or correct the import',
    });
  });

  it('blames the system file when a package of somebody else misses an import', () => {
    const error = failure(
      'Error',
      "Cannot find package 'nothing' imported from /home/dev/shop/node_modules/a/b.js",
      [],
      'ERR_MODULE_NOT_FOUND',
    );

    expect(explainFailure(error, FILE)).toMatchObject({ file: FILE });
  });

  it.each([
    ['just text', "throws 'just text'"],
    [undefined, 'throws undefined'],
    [null, 'throws null'],
    [{ a: 1 }, 'throws { a: 1 }'],
  ])('says what was thrown when it is no error: %j', (thrown, problem) => {
    expect(explainFailure(thrown, FILE)).toStrictEqual({
      file: FILE,
      problem,
      fix: 'correct it so that the file loads',
    });
  });
});
