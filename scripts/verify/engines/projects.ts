import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJson, objectAt, type Json } from '../stack-files';
import { FORK } from './fork';

/** What is compiled: the constructs, the stacks and the systems that become them. */
const ROOMS = ['lib', 'stacks', 'systems'];
/** What is compiled first; the rest is what these import. All constructs of AWS are in, also those no stack uses. */
const ENTRIES = ['lib/aws/index.ts', 'stacks/index.ts', 'stacks/main.ts'];
/** What both engines need, in the versions the repository has. */
const SHARED = ['constructs', '@types/js-yaml', '@types/node'];
/** What npm looks at when somebody installs the package. */
const PUBLISHED = ['name', 'version', 'dependencies', 'peerDependencies', 'peerDependenciesMeta'];
/** Where the app lies below a project that is compiled. */
const BUILD = 'build';
const PACKAGE = 'package';

/** The compiled app, from the folder of its project. */
export const APP = join(BUILD, 'stacks', 'main.js');

/** Makes a project that has the fork as its engine, our package beside it and our sources in it. */
export function makeForkProject(root: string, project: string): void {
  const own = readManifest(root);
  mkdirSync(join(project, PACKAGE), { recursive: true });
  writeJson(join(project, PACKAGE, 'package.json'), publishedManifest(own));
  writeJson(join(project, 'package.json'), forkManifest(own));
  writeJson(join(project, 'tsconfig.json'), compilerOptions(root, systemOf(own)));
  for (const room of ROOMS) cpSync(join(root, room), join(project, room), { recursive: true });
}

/** Makes a project that has the repository's own engine, and in it what was compiled for the fork. */
export function makeOwnProject(root: string, compiled: string, project: string): void {
  mkdirSync(project, { recursive: true });
  writeJson(join(project, 'package.json'), { private: true, ...settings(readManifest(root)) });
  cpSync(join(compiled, BUILD), join(project, BUILD), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
}

/** The manifest of a project with the fork: as users write it who have nothing else. */
export function forkManifest(own: Json): Json {
  const pinned = objectAt(own, 'devDependencies');
  const shared = SHARED.map((name): readonly [string, string] => {
    const version = pinned[name];
    if (typeof version !== 'string')
      throw new Error(`package.json has no devDependency ${name}; the engines must share one`);
    return [name, version];
  });
  return {
    private: true,
    dependencies: {
      ...{ ...FORK, [String(own['name'])]: `file:${PACKAGE}` },
      ...Object.fromEntries(shared),
    },
    ...settings(own),
  };
}

/** Our manifest as far as npm judges by it whether the package fits a project. */
export function publishedManifest(own: Json): Json {
  return Object.fromEntries(PUBLISHED.map((key) => [key, own[key]]));
}

/** How the sources are compiled and their types checked: as strictly as in the repository. */
export function compilerOptions(root: string, system: string): Json {
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { types: ['node'], noEmit: false, outDir: BUILD, rootDir: '.' },
    include: [],
    files: [...ENTRIES, system],
  };
}

/** Reads the manifest of a folder. */
export function readManifest(folder: string): Json {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return isJson(manifest) ? manifest : {};
}

function settings(own: Json): Json {
  const system = systemOf(own).replace(/\.ts$/, '.js');
  return { groundplan: { system: `${BUILD}/${system}` } };
}

function systemOf(own: Json): string {
  const { system } = objectAt(own, 'groundplan');
  if (typeof system === 'string') return system;
  throw new Error('package.json names no system; name one as groundplan.system');
}

function writeJson(path: string, content: Json): void {
  writeFileSync(path, JSON.stringify(content, undefined, 2));
}
