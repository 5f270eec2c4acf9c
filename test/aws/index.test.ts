import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const PROVIDER = '@cdktf/provider-aws/lib/';

interface Footprint {
  readonly modules: readonly string[];
  readonly megabytes: number;
}

/** Loads modules in a Node of their own and says which provider modules came along and how much memory it took. */
function load(modules: readonly string[]): Footprint {
  const script = `
    for (const module of ${JSON.stringify(modules)}) require(module);
    const modules = Object.keys(require.cache).map((file) => file.split(${JSON.stringify(PROVIDER)})[1]).filter(Boolean);
    process.stdout.write(JSON.stringify({ modules, megabytes: process.memoryUsage().rss / 2 ** 20 }));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  ) as Footprint;
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** The provider resources lib/aws imports for their values, not only for their types. */
const byHand = [
  ...new Set(
    sources(join(ROOT, 'lib/aws'))
      .flatMap((text) => [
        ...text.matchAll(/^import \{[^}]+\} from '(@cdktf\/provider-aws\/lib\/[a-z0-9-]+)';$/gm),
      ])
      .map(([, module = '']) => module),
  ),
];

test('loads the provider by the resource, never by its index', () => {
  const { modules } = load(['./lib/aws']);

  expect(modules).not.toContain('index.js');
  expect(modules).toContain('msk-cluster/index.js');
  expect(new Set(modules.map((file) => file.split('/')[0]))).toEqual(
    new Set(byHand.map((module) => module.slice(PROVIDER.length))),
  );
});

test('costs no more than a quarter on top of the same resources imported by hand', () => {
  const own = load(['./lib/aws']).megabytes;
  const floor = load(['cdktf', ...byHand]).megabytes;

  expect(own / floor).toBeLessThan(1.25);
});
