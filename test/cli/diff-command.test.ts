import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';

const ROOT = join(__dirname, '../..');
const BIN = join(ROOT, 'bin/groundplan.js');

describe('groundplan diff', () => {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'groundplan-diff-')));
  const contracts = join(project, 'systems/shop/contracts');
  const run = (...args: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      execFile(process.execPath, [BIN, ...args], { cwd: project }, (error, out, err) => {
        done({ code: error === null ? 0 : Number(error.code), out, err });
      });
    });
  const replace = (file: string, from: string, to: string): void => {
    const path = join(contracts, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };
  beforeAll(() => {
    for (const room of ['lib', 'node_modules', 'package.json'])
      symlinkSync(join(ROOT, room), join(project, room));
    cpSync(join(ROOT, 'systems'), join(project, 'systems'), { recursive: true });
    rmSync(join(contracts, 'contracts.lock.json'), { force: true });
  });
  afterAll(() => {
    rmSync(project, { recursive: true });
  });

  it('releases, finds what breaks, stops the review, and is released for a reason', async () => {
    const lock = join(contracts, 'contracts.lock.json');
    const first = await run('diff', '--release');
    expect({ code: first.code, err: first.err, written: existsSync(lock) }).toStrictEqual({
      code: 0,
      err: '',
      written: true,
    });
    const before = readFileSync(lock, 'utf8');

    replace('inventory.proto', '  rpc CheckStock(', '  rpc LookUpStock(');
    const [broken, reviewed] = await Promise.all([run('diff', '--release'), run('review')]);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('breaks storefront, which calls inventory-service.CheckStock');
    expect(readFileSync(lock, 'utf8')).toBe(before);
    expect(reviewed.code).toBe(1);
    expect(reviewed.out).toContain('CON-010');

    const accepted = await run(
      'diff',
      '--release',
      '--accept-breaking',
      'storefront is released with it',
      '--json',
    );
    expect(accepted.code).toBe(0);
    expect(JSON.parse(accepted.out)).toMatchObject({ breaking: 1 });
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({
      accepted: [{ reason: 'storefront is released with it' }],
    });
    expect((await run('diff')).out).toBe('the contracts are as they were released\n');
  });

  it.each([
    [['--accept-breaking', 'so be it'], 'error: --accept-breaking is for --release\n'],
    [['--release', '--accept-breaking', ' '], 'error: --accept-breaking has no reason\n'],
    [['--accept-breaking'], "error: option '--accept-breaking <reason>' argument missing\n"],
    [['--realease'], "error: unknown option '--realease'\n(Did you mean --release?)\n"],
  ])('refuses %j', async (args, expected) => {
    let err = '';
    const code = await main(['diff', ...args], {
      out: () => undefined,
      err: (text) => (err += text),
    });

    expect({ code, err }).toStrictEqual({ code: 2, err: expected });
  });
});
