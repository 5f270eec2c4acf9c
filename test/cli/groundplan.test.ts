import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const CHECKOUT = realpathSync(join(__dirname, '..', '..'));
const BIN = join(CHECKOUT, 'bin', 'groundplan.js');
const MODEL = join(CHECKOUT, 'lib', 'model');
const SYSTEM = "new System('shop', { domain: 'shop.example.com' })";
const DECLARE = `write export const system = ${SYSTEM}`;
const REPAIR = 'correct it so that the file loads';
const CHECK = 'npx tsc --noEmit checks syntax and types of all files';

/** The folder in which the command runs, with small system files of every sort. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'groundplan-')));

const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ groundplan: { system: 'system.ts' } }),
  'system.ts': `import { System } from '${MODEL}';\nexport const system: System = ${SYSTEM};\n`,
  'wrong.ts': `import { System, Team } from '${MODEL}';
export const system = ${SYSTEM};
new Team(system, 'Not Kebab', { kind: 'platform', slack: '#base' });\n`,
  'plain.js': `const { System } = require('${MODEL}');\nexports.system = ${SYSTEM};\n`,
  'esm/package.json': JSON.stringify({ type: 'module' }),
  'esm/system.ts': `import { System } from '${MODEL}/system';\nexport const system = ${SYSTEM};\n`,
  'throws.ts': `interface Unused {
  readonly nothing: string;
}

export function build(): Unused {
  throw new TypeError('boom');
}
export const system = build();\n`,
  'esm/throws.ts': `interface Unused {\n  readonly nothing: string;\n}\n\nthrow new RangeError('boom');\n`,
  'inside.ts': `import { longestPath } from '${CHECKOUT}/lib/core/graph';

const graph = new Map([['a', ['a']]]);
export const system = longestPath(graph, () => 1);\n`,
  'platform.ts': `import { UnscopedPlatformError } from '${CHECKOUT}/lib/core/errors';

throw new UnscopedPlatformError('zones is 7', 'name fewer zones');\n`,
  'helped.ts': "import { helper } from './parts/helper';\n\nexport const system = helper();\n",
  'parts/helper.ts':
    "\n\nexport const helper = (): never => {\n  throw new Error('in a part');\n};\n",
  // More than the 64 KiB that a pipe holds.
  'many.ts': `import { BoundedContext, System, Team } from '${MODEL}';
export const system = ${SYSTEM};
const team = new Team(system, 'base', { kind: 'platform', slack: '#base' });
for (let count = 0; count < 3000; count += 1)
  new BoundedContext(system, \`context-\${count}\`, { team, subdomain: 'generic' });\n`,
  'text.ts': "throw 'just text';\n",
  'syntax.ts': 'const fine = 1;\n\nexport const system = new (;\n',
  'esm/syntax.ts': 'const fine = 1;\n\nexport const system = new (;\n',
  'missing.ts':
    "const fine = 1;\nimport { nothing } from './nothing';\nexport const system = [fine, nothing];\n",
  'esm/missing.ts': "import { nothing } from 'nothing-here';\nexport const system = nothing;\n",
  'esm/unnamed.ts': `const fine = 1;\nimport { nothing } from './throws-not.ts';\nexport const system = [fine, nothing];\n`,
  'esm/throws-not.ts': 'export const something = 1;\n',
  'other.ts': `import { System } from '${MODEL}';\nexport const shop = ${SYSTEM};\n`,
  'string.ts': "export const system = 'shop';\n",
  'team.ts': `import { System, Team } from '${MODEL}';
export const system = new Team(${SYSTEM}, 'base', { kind: 'platform', slack: '#base' });\n`,
  'esm/null.ts': 'export const system = null;\n',
};

interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], bin: string = BIN, cwd: string = folder): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...args], { cwd }, (_error, out, err) => {
      resolve({ exitCode: child.exitCode ?? -1, out, err });
    });
  });
}

const NAME_IT = 'name one with --system, or in package.json as groundplan.system';

/** What the user reads, by file. */
const MESSAGES: Readonly<Record<string, string>> = {
  'nothing.ts': `[nothing.ts] the file does not exist; ${NAME_IT}`,
  parts: `[parts] is not a file; ${NAME_IT}`,
  'throws.ts': `[throws.ts:6] TypeError: boom; ${REPAIR}: ${CHECK}`,
  'esm/throws.ts': `[esm/throws.ts:5] RangeError: boom; ${REPAIR}`,
  'inside.ts':
    '[inside.ts:4] graph has the cycle a -> a, a longest path needs a graph without one; remove one of its edges',
  'platform.ts': '[platform.ts:3] zones is 7; name fewer zones',
  'helped.ts': `[parts/helper.ts:4] Error: in a part; ${REPAIR}`,
  'text.ts': `[text.ts] throws 'just text'; ${REPAIR}`,
  'syntax.ts': `[syntax.ts:3] syntax error: Unexpected ";"; correct the line: ${CHECK}`,
  'esm/syntax.ts': `[esm/syntax.ts:3] syntax error: Unexpected ";"; correct the line: ${CHECK}`,
  'missing.ts': "[missing.ts:2] cannot find './nothing'; install it or correct the import",
  'esm/missing.ts': "[esm/missing.ts] cannot find 'nothing-here'; install it or correct the import",
  'esm/unnamed.ts': `[esm/unnamed.ts:2] syntax error: The requested module './throws-not.ts' does not provide an export named 'nothing'; correct the line: ${CHECK}`,
  'other.ts': `[other.ts] exports no 'system'; ${DECLARE}`,
  'string.ts': `[string.ts] 'system' is a string, not a System; ${DECLARE}`,
  'team.ts': `[team.ts] 'system' is a Team, not a System; ${DECLARE}`,
  'esm/null.ts': `[esm/null.ts] 'system' is null, not a System; ${DECLARE}`,
};

function broken(file: string): Run {
  return { exitCode: 2, out: '', err: `${MESSAGES[file] ?? ''}\n` };
}

/** Does what the command does, for many files at the price of one start. */
const MANY = `
  const here = require('node:module').createRequire(process.argv[2]);
  const { pathToFileURL } = require('node:url');
  (async () => {
    here('tsx/cjs/api').register();
    const tsx = here.resolve('tsx/package.json').replace('package.json', 'dist/esm/api/index.mjs');
    (await import(pathToFileURL(tsx).href)).register();
    const { main } = here('../lib/cli/main.ts');
    const runs = {};
    for (const file of process.argv.slice(3)) {
      const run = { exitCode: -1, out: '', err: '' };
      runs[file] = run;
      run.exitCode = await main(['graph', '--system', file], {
        out: (text) => (run.out += text),
        err: (text) => (run.err += text),
      });
    }
    process.stdout.write(JSON.stringify(runs));
  })();
`;

let inOneProcess: Promise<Readonly<Record<string, Run>>>;

beforeAll(() => {
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const many = join(folder, 'many.cjs');
  writeFileSync(many, MANY);
  inOneProcess = run([BIN, ...Object.keys(MESSAGES)], many).then(
    ({ out }) => JSON.parse(out) as Readonly<Record<string, Run>>,
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('groundplan', () => {
  it('finds the system file by package.json, from a folder below as well', async () => {
    const { exitCode, out, err } = await run(
      ['review', '--as-of', '2026-03-31'],
      BIN,
      join(folder, 'parts'),
    );

    expect({ exitCode, out, err }).toStrictEqual({
      exitCode: 0,
      out: '0 errors, 0 warnings\n',
      err: '',
    });
  });

  it.each(['plain.js', 'esm/system.ts'])('reads the CommonJS or ES module %s', async (file) => {
    expect(await run(['graph', '--system', file])).toStrictEqual({
      exitCode: 0,
      out: 'flowchart LR\n',
      err: '',
    });
  });

  it('exits 1 when a finding stops synthesis', async () => {
    const { exitCode, out, err } = await run(['review', '--json', '--system', 'wrong.ts']);

    expect({ exitCode, err }).toStrictEqual({ exitCode: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({ items: [{ rule: 'DCL-001' }] });
  });

  it('exits 2 on a word it does not know', async () => {
    expect(await run(['reviw'])).toStrictEqual({
      exitCode: 2,
      out: '',
      err: "error: unknown command 'reviw'\n(Did you mean review?)\n",
    });
  });

  it('prints the same bytes of JSON in two processes', async () => {
    const args = ['status', '--json', '--as-of', '2026-03-31', '--system', 'wrong.ts'];
    const [first, second] = await Promise.all([run(args), run(args)]);

    expect(first).toStrictEqual(second);
    expect(first.exitCode).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({
      operations: { asOf: '2026-03-31', teams: [{ name: 'Not Kebab' }] },
    });
  });

  it('survives a reader that closes the pipe early', async () => {
    const shell = `"$0" "$1" graph --contexts --system many.ts | head -c 1; echo " $\{PIPESTATUS[0]}"`;
    const printed = await new Promise<string>((resolve) => {
      const args = ['-c', shell, process.execPath, BIN];
      execFile('bash', args, { cwd: folder }, (_error, out, err) => {
        resolve(out + err);
      });
    });

    expect(printed).toBe('f 0\n');
  });

  it('runs the compiled command where there is no source', async () => {
    const installed = join(folder, 'installed');
    mkdirSync(join(installed, 'build', 'lib', 'cli'), { recursive: true });
    cpSync(join(CHECKOUT, 'bin'), join(installed, 'bin'), { recursive: true });
    symlinkSync(join(CHECKOUT, 'node_modules'), join(installed, 'node_modules'));
    writeFileSync(
      join(installed, 'build', 'lib', 'cli', 'main.js'),
      `exports.main = async (args, { out }) => {
        const { default: { shop } } = await import(${JSON.stringify(join(folder, 'other.ts'))});
        out(args.join() + shop.name);
        return 1;
      };`,
    );

    expect(await run(['a', 'b'], join(installed, 'bin', 'groundplan.js'))).toStrictEqual({
      exitCode: 1,
      out: 'a,bshop',
      err: '',
    });
  });
});

describe('groundplan on a broken system file', () => {
  it.each(['nothing.ts', 'throws.ts'])(
    'exits 2 on %s, without a stack trace of its own',
    async (file) => {
      expect(await run(['graph', '--system', file])).toStrictEqual(broken(file));
    },
  );

  it.each(Object.keys(MESSAGES))('names what is wrong with %s', async (file) => {
    const runs = await inOneProcess;

    expect(runs[file]).toStrictEqual(broken(file));
  });
});
