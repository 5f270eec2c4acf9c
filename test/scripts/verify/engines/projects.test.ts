import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FORK } from '../../../../scripts/verify/engines/fork';
import {
  APP,
  compilerOptions,
  forkManifest,
  makeForkProject,
  makeOwnProject,
  publishedManifest,
  readManifest,
} from '../../../../scripts/verify/engines/projects';

const OWN = {
  name: 'groundplan',
  version: '0.1.0',
  private: true,
  scripts: { prepack: 'npm run build' },
  dependencies: { commander: '14.0.3' },
  peerDependencies: { cdktf: '>=0.21.0 <1' },
  peerDependenciesMeta: { cdktf: { optional: true } },
  devDependencies: {
    cdktf: '0.21.0',
    constructs: '10.7.2',
    '@types/js-yaml': '4.0.9',
    '@types/node': '20.19.43',
  },
  groundplan: { system: 'systems/shop/system.ts' },
};

test('a project of the fork has it by its aliases, our package, and what both engines share', () => {
  expect(forkManifest(OWN)).toEqual({
    private: true,
    dependencies: {
      ...FORK,
      groundplan: 'file:package',
      constructs: '10.7.2',
      '@types/js-yaml': '4.0.9',
      '@types/node': '20.19.43',
    },
    groundplan: { system: 'build/systems/shop/system.js' },
  });
});

test('what both engines share has to be pinned', () => {
  const { constructs, ...others } = OWN.devDependencies;
  expect(constructs).toBeDefined();
  expect(() => forkManifest({ ...OWN, devDependencies: others })).toThrow(
    'package.json has no devDependency constructs; the engines must share one',
  );
});

test('a system has to be named', () => {
  expect(() => forkManifest({ ...OWN, groundplan: {} })).toThrow(
    'package.json names no system; name one as groundplan.system',
  );
});

test('npm judges our package by what is published of its manifest, and runs none of its scripts', () => {
  expect(publishedManifest(OWN)).toEqual({
    name: 'groundplan',
    version: '0.1.0',
    dependencies: { commander: '14.0.3' },
    peerDependencies: { cdktf: '>=0.21.0 <1' },
    peerDependenciesMeta: { cdktf: { optional: true } },
  });
});

test('all constructs of AWS, all stacks and the system are compiled, as strictly as in the repository', () => {
  expect(compilerOptions('/repository', 'systems/shop/system.ts')).toEqual({
    extends: join('/repository', 'tsconfig.json'),
    compilerOptions: { types: ['node'], noEmit: false, outDir: 'build', rootDir: '.' },
    include: [],
    files: ['lib/aws/index.ts', 'stacks/index.ts', 'stacks/main.ts', 'systems/shop/system.ts'],
  });
});

describe('projects are made of the repository', () => {
  let root: string;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'engines-')));
    write('package.json', JSON.stringify(OWN));
    write('lib/aws/index.ts', 'aws');
    write('stacks/main.ts', 'main');
    write('systems/shop/system.ts', 'system');
    write('charts/main.ts', 'charts');
    write('node_modules/cdktf/package.json', '{"version":"0.21.0"}');
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  test('the fork gets the sources of the stacks and no installed package', () => {
    makeForkProject(root, join(root, 'fork'));
    expect(textOf('fork/lib/aws/index.ts')).toBe('aws');
    expect(textOf('fork/stacks/main.ts')).toBe('main');
    expect(textOf('fork/systems/shop/system.ts')).toBe('system');
    expect(() => textOf('fork/charts/main.ts')).toThrow('ENOENT');
    expect(() => textOf('fork/node_modules/cdktf/package.json')).toThrow('ENOENT');
    expect(readManifest(join(root, 'fork'))).toEqual(forkManifest(OWN));
    expect(readManifest(join(root, 'fork/package'))).toEqual(publishedManifest(OWN));
    expect(JSON.parse(textOf('fork/tsconfig.json'))).toEqual(
      compilerOptions(root, 'systems/shop/system.ts'),
    );
  });

  test("the repository's own engine gets what was compiled, the same system and the installed packages", () => {
    write(join('fork', APP), 'compiled');
    makeOwnProject(root, join(root, 'fork'), join(root, 'own'));
    expect(textOf(join('own', APP))).toBe('compiled');
    expect(readManifest(join(root, 'own'))).toEqual({
      private: true,
      groundplan: { system: 'build/systems/shop/system.js' },
    });
    expect(readManifest(join(root, 'own/node_modules/cdktf'))).toEqual({ version: '0.21.0' });
  });

  test('a manifest that is no object says nothing', () => {
    write('package.json', '[]');
    expect(readManifest(root)).toEqual({});
  });
});
