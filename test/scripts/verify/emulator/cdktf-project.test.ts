import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeCdktfProject } from '../../../../scripts/verify/emulator/cdktf-project';
import { isJson } from '../../../../scripts/verify/stack-files';

const ROOT = resolve(__dirname, '../../../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "groundplan-it's-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function make() {
  return makeCdktfProject({
    root: ROOT,
    folder,
    system: '/systems/shop.ts',
    terraform: {
      ...{ command: 'terraform', env: {}, versions: '' },
      run: () => Promise.reject(new Error('nothing is run')),
    },
  });
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

test('names the system as a project of a user does', () => {
  make();

  expect(read('package.json')).toMatchObject({ groundplan: { system: '/systems/shop.ts' } });
});

test('names another system from then on', () => {
  make().use('/systems/grown.ts');

  expect(read('package.json')).toMatchObject({ groundplan: { system: '/systems/grown.ts' } });
});

test('reports to nobody and fetches nothing', () => {
  make();

  expect(read('cdktf.json')).toMatchObject({
    ...{ sendCrashReports: 'false', terraformProviders: [], terraformModules: [] },
  });
});

test('names an app that the shell finds whatever the folder is called', () => {
  make();
  const settings = read('cdktf.json');
  const target = join(folder, 'target.json').replaceAll("'", `'\\''`);

  expect(isJson(settings) && settings['app']).toMatch(/^'.*' '--import' 'file:.*app\.ts' '/);
  expect(isJson(settings) && String(settings['app']).endsWith(`'${target}'`)).toBe(true);
});

test('aims at another emulator from then on', () => {
  make().aim({ endpoint: 'http://127.0.0.1:1', states: '/states', loosened: true });

  expect(read('target.json')).toEqual({
    endpoint: 'http://127.0.0.1:1',
    states: '/states',
    loosened: true,
  });
});
