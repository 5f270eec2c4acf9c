import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enginesMissed, explainInstall, install } from '../../../../scripts/verify/engines/install';
import { MissingPart } from '../../../../scripts/verify/missing-part';

const WARNING = `npm warn EBADENGINE Unsupported engine {
npm warn EBADENGINE   package: '@cdktn/provider-aws@25.7.0',
npm warn EBADENGINE   required: { node: '>= 22.11.0' },
npm warn EBADENGINE   current: { node: 'v20.20.2', npm: '11.19.1' }
npm warn EBADENGINE }
`;
const LOG = 'npm error A complete log of this run can be found in: debug-0.log';

/** What is thrown or returned when npm fails. */
function explain(code: number | undefined, ...lines: readonly string[]): unknown {
  try {
    return explainInstall({ code, stderr: lines.join('\n') });
  } catch (error) {
    return error;
  }
}

describe('an installation that failed', () => {
  test.each([
    'E403',
    'E404',
    'E503',
    'ENOTFOUND',
    'ENOTCACHED',
    'ETARGET',
    'ETIMEDOUT',
    'ERR_SOCKET_TIMEOUT',
    'ECONNREFUSED',
    'ECONNRESET',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('for %s lacks a registry', (code) => {
    expect(explain(1, `npm error code ${code}`, 'npm error it said so')).toEqual(
      new MissingPart(
        'the packages of CDK Terrain cannot be installed: it said so; npm needs a registry that has them',
      ),
    );
  });

  test('for its time lacks a registry that answers', () => {
    expect(explain(undefined, 'stopped after 180 s')).toEqual(
      new MissingPart(
        'the packages of CDK Terrain cannot be installed: stopped after 180 s; npm needs a registry that has them',
      ),
    );
  });

  test('for a package that could not be read lacks a registry, though npm speaks of peers', () => {
    const lines = ['npm error code ERESOLVE', 'npm error ERESOLVE unable to resolve'];
    expect(explain(1, ...lines, 'npm error Found: constructs@undefined')).toEqual(
      new MissingPart(
        'the packages of CDK Terrain cannot be installed: npm cannot read constructs; npm needs a registry that has them',
      ),
    );
    expect(explain(1, ...lines, 'npm error Found: constructs@10.9.0')).toContain(
      'Found: constructs@10.9.0; make its peerDependencies fit',
    );
  });

  test('for peers that do not fit is a problem', () => {
    const lines = [
      ...['npm error code ERESOLVE', 'npm error', 'npm error ERESOLVE could not resolve'],
      'npm error peerOptional cdktf@">=0.21.0 <0.22" from groundplan@0.1.0',
    ];
    expect(explain(1, ...lines, LOG)).toBe(
      '[npm] the package cannot be installed beside CDK Terrain: ERESOLVE could not resolve peerOptional cdktf@">=0.21.0 <0.22" from groundplan@0.1.0; make its peerDependencies fit',
    );
  });

  test('for another reason is neither: the check breaks off with it', () => {
    expect(explain(1, 'npm error code ENOSPC', 'npm error disk full')).toEqual(
      new Error('npm installs nothing: disk full'),
    );
    expect(explain(1, 'npm error broken')).toEqual(new Error('npm installs nothing: broken'));
  });

  test('is told without warnings and in ten lines', () => {
    const lines = Array.from({ length: 11 }, (_, index) => `npm error line${index + 1}`);
    expect(
      explain(
        1,
        WARNING,
        'npm error code ERESOLVE',
        'npm error errno -1',
        'npm error ERESOLVE',
        ...lines,
        LOG,
      ),
    ).toContain(': ERESOLVE line1 line2 line3 line4 line5 line6 line7 line8 line9; ');
  });
});

test('a package that wants another Node is told', () => {
  expect(enginesMissed(`npm warn deprecated x\n${WARNING}`)).toEqual([
    `@cdktn/provider-aws@25.7.0 asks for Node >= 22.11.0; this is ${process.version}`,
  ]);
});

test('nothing is told when every package takes this Node', () => {
  expect(enginesMissed('npm warn deprecated x')).toEqual([]);
});

describe('npm is run', () => {
  let folder: string;
  const fakeNpm = (script: string): NodeJS.ProcessEnv => {
    const text = `#!${process.execPath}\nconst fs = require('node:fs');\n${script}\n`;
    writeFileSync(join(folder, 'npm'), text, { mode: 0o755 });
    return { PATH: folder };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engines-npm-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('in the project, without scripts of packages, as from a registry and with the peers', async () => {
    const environment = fakeNpm(
      `fs.writeFileSync('arguments.txt', process.argv.slice(2).join(' ')); console.error(${JSON.stringify(WARNING)})`,
    );
    await expect(install(folder, environment)).resolves.toEqual({
      problems: [],
      notes: enginesMissed(WARNING),
    });
    const given = readFileSync(join(folder, 'arguments.txt'), 'utf8').split(' ');
    expect(given[0]).toBe('install');
    expect(given).toEqual(
      expect.arrayContaining(['--ignore-scripts', '--install-links', '--legacy-peer-deps=false']),
    );
  });

  test('and what it says when it fails is explained', async () => {
    const environment = fakeNpm(
      "console.error('npm error code ENOTFOUND\\nnpm error no such host'); process.exitCode = 1",
    );
    await expect(install(folder, environment)).rejects.toThrow(
      new MissingPart(
        'the packages of CDK Terrain cannot be installed: no such host; npm needs a registry that has them',
      ),
    );
  });

  test('and packages that do not fit are a problem', async () => {
    const environment = fakeNpm(
      "console.error('npm error code ERESOLVE\\nnpm error ERESOLVE no'); process.exitCode = 1",
    );
    await expect(install(folder, environment)).resolves.toEqual({
      problems: [
        '[npm] the package cannot be installed beside CDK Terrain: ERESOLVE no; make its peerDependencies fit',
      ],
      notes: [],
    });
  });

  test('and a machine without npm lacks it', async () => {
    await expect(install(folder, { PATH: folder })).rejects.toBeInstanceOf(MissingPart);
  });
});
