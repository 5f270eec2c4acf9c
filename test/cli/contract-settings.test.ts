import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractSettings } from '../../lib/cli/contract-settings';

describe('where contracts are', () => {
  let folder = '';
  const say = (manifest: unknown): void => {
    writeFileSync(
      join(folder, 'package.json'),
      typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
    );
  };
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'groundplan-settings-')));
    mkdirSync(join(folder, 'contracts/deep'), { recursive: true });
    writeFileSync(join(folder, 'file'), '');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is what the nearest package says, and handles import the model of the package', () => {
    say({ groundplan: { contracts: { folder: 'contracts' } } });

    expect(contractSettings(join(folder, 'contracts/deep'))).toStrictEqual({
      folder: join(folder, 'contracts'),
      importFrom: 'groundplan/model',
    });
  });

  it('may name what handles import', () => {
    say({ groundplan: { contracts: { folder: './contracts', import: '../lib/model' } } });

    expect(contractSettings(folder).importFrom).toBe('../lib/model');
  });

  test.each([
    ['nothing of groundplan', {}, 'names no folder of contracts'],
    ['no contracts', { groundplan: { system: 'system.ts' } }, 'names no folder of contracts'],
    [
      'an empty folder',
      { groundplan: { contracts: { folder: '' } } },
      'names no folder of contracts',
    ],
    ['a number', { groundplan: { contracts: { folder: 3 } } }, 'names no folder of contracts'],
    [
      'a folder that is not there',
      { groundplan: { contracts: { folder: 'none' } } },
      'is no folder',
    ],
    ['a file', { groundplan: { contracts: { folder: 'file' } } }, 'is no folder'],
    [
      'an empty module',
      { groundplan: { contracts: { folder: 'contracts', import: '' } } },
      'groundplan.contracts.import is no module',
    ],
    ['no JSON', '{', 'is not JSON'],
  ])('is refused where the package says %s', (_, manifest, problem) => {
    say(manifest);

    expect(() => contractSettings(folder)).toThrow(problem);
  });
});
