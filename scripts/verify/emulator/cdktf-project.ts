import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess, type Ended } from '../run-process';
import type { EmulatorTarget } from './for-emulator';
import { loaderOf } from '../fixtures/synthesise';
import type { TerraformProgram } from './terraform-program';

/** What a project is made of. */
export interface CdktfProjectOptions {
  /** The repository. */
  readonly root: string;
  /** An empty folder for the project and everything that runs in it. */
  readonly folder: string;
  /** The file that exports the system, absolute. */
  readonly system: string;
  /** Terraform, and the environment in which cdktf runs. */
  readonly terraform: TerraformProgram;
}

/** A project that `cdktf` deploys to the emulator. */
export interface CdktfProject {
  /** Its folder. */
  readonly folder: string;
  /** The synthesised stacks: they are there after the first synthesis. */
  readonly stacks: string;
  /** Says against what it runs from now on. */
  aim(target: EmulatorTarget): void;
  /** Says which system it is of from now on. */
  use(system: string): void;
  /** Runs a command of cdktf to its end, without anybody to answer questions. */
  cdktf(args: readonly string[], timeoutSeconds: number): Promise<Ended>;
}

/** How cdktf is asked to deploy and to destroy. */
export const UNATTENDED = [
  ...['--auto-approve', '--skip-provider-lock', '--parallelism', '4'],
  // The provider's own waiting is most of the work.
  ...['--terraform-parallelism', '24'],
] as const;

/** Makes a project of a system, as a user has one: a `cdktf.json`, and a `package.json` that names the system. */
export function makeCdktfProject({
  root,
  folder,
  system,
  terraform,
}: CdktfProjectOptions): CdktfProject {
  mkdirSync(folder, { recursive: true });
  const app = join(root, 'scripts/verify/emulator/app.ts');
  const target = join(folder, 'target.json');
  const write = (name: string, content: object): void => {
    writeFileSync(join(folder, name), JSON.stringify(content, undefined, 2));
  };
  const use = (file: string): void => {
    write('package.json', { name: 'emulated', private: true, groundplan: { system: file } });
  };
  use(system);
  write('cdktf.json', {
    language: 'typescript',
    app: [process.execPath, '--import', loaderOf(root), app, target].map(quote).join(' '),
    projectId: 'groundplan-emulated',
    sendCrashReports: 'false',
    terraformProviders: [],
    terraformModules: [],
  });
  const command = join(root, 'node_modules/cdktf-cli/bundle/bin/cdktf.js');
  const env = {
    ...terraform.env,
    TERRAFORM_BINARY_NAME: terraform.command,
    CDKTF_HOME: join(folder, 'home'),
    CDKTF_LOG_FILE_DIRECTORY: folder,
    // The providers come from a folder already; another cache would be filled by several runs at a time.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
    CI: '1',
    NODE_NO_WARNINGS: '1',
  };
  return {
    folder,
    use,
    stacks: join(folder, 'cdktf.out', 'stacks'),
    aim: (aimed) => {
      write('target.json', aimed);
    },
    cdktf: (args, timeoutSeconds) =>
      runProcess(process.execPath, [command, ...args], { cwd: folder, env, timeoutSeconds }),
  };
}

/** For the shell in which cdktf runs its app. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
