import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrokenSystemFile } from '../../lib/cli/broken-system-file';
import { loadSystem, systemFileOf } from '../../lib/cli/load-system';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'load-system-')));
const below = join(root, 'services', 'orders');
const manifest = join(root, 'package.json');
const FIX = 'name one with --system, or in package.json as groundplan.system';

beforeAll(() => mkdirSync(below, { recursive: true }));
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('systemFileOf', () => {
  it('is what the nearest package.json names, from where that stands', () => {
    writeFileSync(manifest, JSON.stringify({ groundplan: { system: './systems/shop.ts' } }));

    expect(systemFileOf(root)).toBe(join(root, 'systems', 'shop.ts'));
    expect(systemFileOf(below)).toBe(join(root, 'systems', 'shop.ts'));
  });

  it('looks no further than the nearest package.json', () => {
    writeFileSync(manifest, JSON.stringify({ groundplan: { system: 'shop.ts' } }));
    const nearest = join(below, 'package.json');
    writeFileSync(nearest, '{}');

    expect(() => systemFileOf(below)).toThrow(
      new BrokenSystemFile({ file: nearest }, 'names no system file', FIX),
    );
    rmSync(nearest);
  });

  it.each([{}, { groundplan: {} }, { groundplan: { system: '' } }, { groundplan: 'x.ts' }, null])(
    'refuses a package.json of %j',
    (content) => {
      writeFileSync(manifest, JSON.stringify(content));

      expect(() => systemFileOf(root)).toThrow(`[${manifest}] names no system file; ${FIX}`);
    },
  );

  it('refuses a package.json that is no JSON', () => {
    writeFileSync(manifest, '{');

    expect(() => systemFileOf(root)).toThrow(`[${manifest}] is not JSON; correct the file`);
  });

  it('refuses a place without package.json', () => {
    rmSync(manifest);

    expect(() => systemFileOf(below)).toThrow(`[${below}] no package.json here or above; ${FIX}`);
  });
});

describe('loadSystem', () => {
  it('refuses a file that does not exist', async () => {
    const file = join(root, 'nothing.ts');

    await expect(loadSystem(file)).rejects.toThrow(
      new BrokenSystemFile({ file }, 'the file does not exist', FIX),
    );
  });

  it('refuses a folder', async () => {
    await expect(loadSystem(below)).rejects.toThrow(
      new BrokenSystemFile({ file: below }, 'is not a file', FIX),
    );
  });
});
