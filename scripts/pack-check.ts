/**
 * Packs the package, installs it in an empty app of each engine and runs the README's smallest example there: what is
 * published must compile and synthesise for people who have nothing else of this repository.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FORK } from './verify/engines/fork';

/** An empty app of one engine, with examples of the README in it. */
interface EmptyApp {
  readonly name: string;
  /** Files made of the README's code blocks, by the first line of the block. */
  readonly files: Readonly<Record<string, string>>;
  /** Packages of the engine, in the versions this repository is tested with, or by their alias. */
  readonly engine: readonly string[];
  /** What is run there, one after the other. */
  readonly steps: readonly Step[];
}

/** A command, and what must stand in a file after it. */
interface Step {
  readonly command: readonly string[];
  readonly file?: string;
  readonly text?: string;
}

const TSX = ['node', '--import', 'tsx'] as const;
/** What an app of CDKTF and one of its fork have in common: they differ in nothing but the packages. */
const CDKTF_APP = {
  files: {
    'main.ts': '// main.ts of a CDKTF app',
    'system.ts': '// system.ts',
    'stacks.ts': '// stacks.ts, the app of cdktf.json',
    'production.ts': '// production.ts',
  },
  steps: [
    {
      command: [...TSX, 'main.ts'],
      file: 'cdktf.out/stacks/carts/cdk.tf.json',
      text: '"aws_dynamodb_table"',
    },
    {
      command: [...TSX, 'stacks.ts'],
      file: 'cdktf.out/stacks/books-staging-eu-west-1-svc-order-service/cdk.tf.json',
      text: '"postgres_orders"',
    },
    { command: ['npx', 'groundplan', 'review', '--system', 'system.ts'] },
  ],
} as const;
const APPS: readonly EmptyApp[] = [
  { ...CDKTF_APP, name: 'cdktf', engine: ['cdktf', '@cdktf/provider-aws', 'constructs'] },
  {
    ...CDKTF_APP,
    name: 'cdktn',
    engine: [...Object.entries(FORK).map(([name, alias]) => `${name}@${alias}`), 'constructs'],
  },
  {
    name: 'cdk8s',
    files: {
      'main.ts': '// main.ts of a cdk8s app',
      'system.ts': '// system.ts',
      'charts.ts': '// charts.ts, the app of cdk8s.yaml',
    },
    engine: ['cdk8s', 'cdk8s-plus-28', 'constructs'],
    steps: [
      { command: [...TSX, 'main.ts'], file: 'dist/carts.k8s.yaml', text: 'kind: Deployment' },
      {
        command: [...TSX, 'charts.ts'],
        file: 'dist/staging/eu-west-1/order-service.k8s.yaml',
        text: 'kind: AuthorizationPolicy',
      },
    ],
  },
];

const TSCONFIG = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    strict: true,
    noEmit: true,
    types: ['node'],
    skipLibCheck: true,
  },
};

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<string, string>;
};
const pinned = (name: string): string =>
  name.includes('@npm:') ? name : `${name}@${devDependencies[name] ?? 'latest'}`;

function run(cwd: string, command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 600_000,
  });
}

/** The code block of the README whose first line begins with a marker. */
function exampleOf(marker: string): string {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)];
  const example = blocks.map(([, code = '']) => code).find((code) => code.startsWith(marker));
  if (example === undefined)
    throw new Error(`README.md has no example that begins with '${marker}'`);
  return example;
}

function check(app: EmptyApp, tarball: string, root: string): void {
  console.log(`… ${app.name}: an empty app with ${app.engine.join(', ')}`);
  const directory = mkdtempSync(join(root, `${app.name}-`));
  const write = (file: string, text: string): void => {
    writeFileSync(join(directory, file), text);
  };
  write('package.json', JSON.stringify({ name: `empty-${app.name}`, private: true }));
  write('tsconfig.json', JSON.stringify({ ...TSCONFIG, files: Object.keys(app.files) }));
  for (const [file, marker] of Object.entries(app.files)) write(file, exampleOf(marker));
  const packages = [
    tarball,
    ...app.engine.map(pinned),
    pinned('typescript'),
    pinned('@types/node'),
  ];
  run(directory, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', ...packages);
  run(directory, 'npx', 'tsc', '-p', 'tsconfig.json');
  for (const step of app.steps) runStep(directory, step);
}

function runStep(directory: string, { command, file, text = '' }: Step): void {
  const [program = '', ...args] = command;
  run(directory, program, ...args);
  console.log(`  ${command.join(' ')}`);
  if (file === undefined) return;
  const path = join(directory, file);
  if (!existsSync(path)) throw new Error(`${file} was not written`);
  if (!readFileSync(path, 'utf8').includes(text)) throw new Error(`${file} has no ${text}`);
}

const root = mkdtempSync(join(tmpdir(), 'groundplan-pack-'));
try {
  console.log('… building and packing');
  // As it is published: the repository's .npmrc keeps install scripts away, and with them `prepack`.
  run('.', 'npm', 'pack', '--silent', '--ignore-scripts=false', '--pack-destination', root);
  const [tarball = ''] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
  for (const app of APPS) check(app, resolve(root, tarball), root);
  console.log("the README's examples compile and synthesise with the packed package");
} finally {
  rmSync(root, { recursive: true, force: true });
}
