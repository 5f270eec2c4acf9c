import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MissingPart } from '../missing-part';
import { binariesIn } from '../providers';
import { runProcess, type Ended } from '../run-process';
import { requiredProviders, objectAt, type StackFile } from '../stack-files';
import { NOWHERE } from './for-emulator';
import { errorsIn, explainErrors } from './terraform-errors';

/** A Terraform that reaches nothing but the emulator, with the providers at hand. */
export interface TerraformProgram {
  /** How it is called. */
  readonly command: string;
  /** The whole environment of its processes. */
  readonly env: NodeJS.ProcessEnv;
  /** For reports, for example `terraform 1.11.4, aws 5.100.0`. */
  readonly versions: string;
  /** Runs it in a folder to its end, or until so many seconds are over. */
  run(cwd: string, args: readonly string[], timeoutSeconds?: number): Promise<Ended>;
}

/** A stack is applied in a few minutes; one that takes longer hangs. */
const TIMEOUT_SECONDS = 20 * 60;
const INIT_SECONDS = 600;

/**
 * Finds Terraform and fetches the providers of stacks once, so that nothing is fetched later.
 *
 * @param folder an empty folder for configuration and providers
 * @throws MissingPart when Terraform is not there, too old for the stacks, or cannot get a provider
 */
export async function findTerraform(
  folder: string,
  stacks: readonly StackFile[],
  environment: NodeJS.ProcessEnv,
): Promise<TerraformProgram> {
  const command = environment['TERRAFORM_BINARY_NAME'] ?? 'terraform';
  const home = join(folder, 'providers');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'main.tf.json'), JSON.stringify(renderHome(stacks)));
  const plain = plainEnvironment(folder, environment);
  const first = { ...plain, TF_CLI_CONFIG_FILE: firstConfiguration(folder, environment) };
  const at = (timeoutSeconds: number) => ({ cwd: home, env: first, timeoutSeconds });

  const version = await runProcess(command, ['version', '-json'], at(60));
  if (version.code !== 0) {
    throw new MissingPart(
      `${command} does not start (${version.stderr.trim()}); install Terraform 1.11 or later, or name another by TERRAFORM_BINARY_NAME`,
    );
  }
  const number = versionIn(version.stdout);
  const init = await runProcess(command, ['init', '-input=false', '-no-color'], at(INIT_SECONDS));
  if (init.code !== 0) {
    throw new MissingPart(
      `terraform ${number} cannot be initialised: ${explainErrors(errorsIn(`${init.stdout}\n${init.stderr}`)).join('; ')}`,
    );
  }
  // From here on the providers that were found are the only source: no run looks for others.
  const installed = join(home, '.terraform', 'providers');
  const env = { ...plain, TF_CLI_CONFIG_FILE: writeConfiguration(folder, 'later.rc', installed) };
  return {
    command,
    env,
    versions: [`terraform ${number}`, ...providersIn(installed)].join(', '),
    run: (cwd, args, timeoutSeconds = TIMEOUT_SECONDS) =>
      runProcess(command, args, { cwd, env, timeoutSeconds }),
  };
}

/** No variables, credentials or endpoints are inherited, and a service that nobody emulates is not AWS. */
export function plainEnvironment(
  folder: string,
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^(TF|AWS|CDKTF)_/.test(name));
  const empty = join(folder, 'empty');
  writeFileSync(empty, '');
  return {
    ...Object.fromEntries(kept),
    AWS_CONFIG_FILE: empty,
    AWS_SHARED_CREDENTIALS_FILE: empty,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: NOWHERE,
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
  };
}

/** Providers come from a folder that was named, or from where the user's own configuration has them, or from the network. */
function firstConfiguration(folder: string, environment: NodeJS.ProcessEnv): string {
  const mirror = environment['TERRAFORM_PLUGIN_MIRROR'];
  const inherited = environment['TF_CLI_CONFIG_FILE'];
  if (!mirror && inherited && existsSync(inherited)) return inherited;
  return writeConfiguration(folder, 'first.rc', mirror);
}

function writeConfiguration(folder: string, name: string, mirror: string | undefined): string {
  const file = join(folder, name);
  const source = mirror
    ? `provider_installation { filesystem_mirror { path = ${JSON.stringify(mirror)} } }\n`
    : '';
  writeFileSync(file, `disable_checkpoint = true\n${source}`);
  return file;
}

function renderHome(stacks: readonly StackFile[]): object {
  const required = requiredProviders(stacks).map(({ source, version }, index) => [
    `p${index}`,
    version === '' ? { source } : { source, version },
  ]);
  const versions = stacks
    .map(({ content }) => objectAt(content, 'terraform')['required_version'])
    .filter((version) => typeof version === 'string');
  return {
    terraform: {
      ...(versions.length > 0 && { required_version: [...new Set(versions)].sort().join(', ') }),
      required_providers: Object.fromEntries(required) as object,
    },
  };
}

function versionIn(text: string): string {
  const { terraform_version: version = '?' } = JSON.parse(text) as { terraform_version?: string };
  return version;
}

function providersIn(folder: string): readonly string[] {
  return binariesIn(folder).map((path) => {
    const [type, version] = path.split('/').slice(-4);
    return `${type ?? '?'} ${version ?? '?'}`;
  });
}
