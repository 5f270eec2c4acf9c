/**
 * Packs the package, installs it in an empty app of each engine and runs the README's smallest example there: what is
 * published must compile and synthesise for people who have nothing else of this repository.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** An empty app of one engine. */
interface EmptyApp {
  readonly name: string;
  /** First line of its example in the README. */
  readonly marker: string;
  /** Packages of the engine, in the versions this repository is tested with. */
  readonly engine: readonly string[];
  /** What synthesis must write. */
  readonly output: string;
  /** Text that must stand in it. */
  readonly expected: string;
}

const APPS: readonly EmptyApp[] = [
  {
    name: 'cdktf',
    marker: '// main.ts of a CDKTF app',
    engine: ['cdktf', '@cdktf/provider-aws', 'constructs'],
    output: 'cdktf.out/stacks/carts/cdk.tf.json',
    expected: '"aws_dynamodb_table"',
  },
  {
    name: 'cdk8s',
    marker: '// main.ts of a cdk8s app',
    engine: ['cdk8s', 'cdk8s-plus-28', 'constructs'],
    output: 'dist/carts.k8s.yaml',
    expected: 'kind: Deployment',
  },
];

const TSCONFIG = {
  compilerOptions: { target: 'es2022', module: 'nodenext', strict: true, noEmit: true, types: ['node'], skipLibCheck: true },
  files: ['main.ts'],
};

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
const pinned = (name: string): string => `${name}@${devDependencies[name] ?? 'latest'}`;

function run(cwd: string, command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], timeout: 600_000 });
}

/** The code block of the README that begins with a marker. */
function exampleOf(marker: string): string {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  const example = blocks.find((code) => code.startsWith(marker));
  if (example === undefined) throw new Error(`README.md has no example that begins with '${marker}'`);
  return example;
}

function check(app: EmptyApp, tarball: string, root: string): void {
  console.log(`… ${app.name}: an empty app with ${app.engine.join(', ')}`);
  const directory = mkdtempSync(join(root, `${app.name}-`));
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ name: `empty-${app.name}`, private: true }));
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  writeFileSync(join(directory, 'main.ts'), exampleOf(app.marker));
  const packages = [tarball, ...app.engine.map(pinned), pinned('typescript'), pinned('@types/node')];
  run(directory, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', ...packages);
  run(directory, 'npx', 'tsc', '-p', 'tsconfig.json');
  run(directory, process.execPath, '--import', 'tsx', 'main.ts');
  const output = join(directory, app.output);
  if (!existsSync(output)) throw new Error(`${app.name}: ${app.output} was not written; found ${readdirSync(directory).join(', ')}`);
  if (!readFileSync(output, 'utf8').includes(app.expected)) throw new Error(`${app.name}: ${app.output} has no ${app.expected}`);
  console.log(`  ${app.name}: the README's example compiles and synthesises ${app.output}`);
}

const root = mkdtempSync(join(tmpdir(), 'groundplan-pack-'));
try {
  console.log('… building and packing');
  run('.', 'npm', 'run', '--silent', 'build');
  run('.', 'npm', 'pack', '--silent', '--pack-destination', root);
  const [tarball = ''] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
  for (const app of APPS) check(app, resolve(root, tarball), root);
} finally {
  rmSync(root, { recursive: true, force: true });
}
