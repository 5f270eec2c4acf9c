import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MissingPart } from './missing-part';
import { binariesIn, startProviders } from './providers';
import { runProcess, type Ended } from './run-process';
import type { RequiredProvider } from './stack-files';

/** Terraform with its providers at hand. */
export interface Terraform {
  /** Runs it in a folder, with a data folder of one's own when it writes there. */
  run(cwd: string, dataFolder: string, ...args: readonly string[]): Promise<Ended>;
  /** The schemas of all providers, as `terraform providers schema -json` gives them. */
  readonly schemas: string;
  /** Version of Terraform and those of the providers, for reports. */
  readonly versions: string;
  /** Stops the providers, and waits until they have ended. */
  stop(): Promise<void>;
}

/** No command takes longer, unless something is wrong. */
const TIMEOUT_SECONDS = 180;

/**
 * Initialises Terraform once in a folder and starts each provider once: starting the AWS provider costs seconds of
 * processor time and half a gigabyte, and every `terraform validate` would start its own.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/debugging#starting-a-provider-in-debug-mode
 * @param folder an empty folder for configuration and data
 */
export async function openTerraform(
  folder: string,
  providers: readonly RequiredProvider[],
  environment: NodeJS.ProcessEnv,
): Promise<Terraform> {
  const command = environment['TERRAFORM_BINARY_NAME'] ?? 'terraform';
  const env = terraformEnvironment(folder, environment);
  const home = join(folder, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'main.tf.json'), JSON.stringify(renderHome(providers)));
  const runHome = (...args: readonly string[]): Promise<Ended> =>
    runProcess(command, args, { cwd: home, env, timeoutSeconds: TIMEOUT_SECONDS });

  const version = await runHome('version', '-json');
  if (version.code === undefined) {
    throw new MissingPart(
      `${command} does not start (${version.stderr}); install Terraform 1.11 or later, or name another by TERRAFORM_BINARY_NAME`,
    );
  }
  refuseOld(command, version.stdout);
  const init = await runHome('init', '-backend=false', '-input=false', '-no-color');
  if (init.code !== 0) {
    const [reason = 'terraform init failed'] = /Error: [\s\S]*?(?=\n\n|$)/.exec(init.stderr) ?? [];
    throw new MissingPart(
      `${oneLine(reason)} (${providers.map(({ source, version: bound }) => `${source} ${bound}`).join('; ')}); ` +
        'name a folder with the providers by TERRAFORM_PLUGIN_MIRROR, or allow the network',
    );
  }
  const schemas = await runHome('providers', 'schema', '-json');
  if (schemas.code !== 0) throw new Error(`terraform providers schema failed: ${schemas.stderr}`);

  const installed = join(home, '.terraform', 'providers');
  const running = await startProviders(installed, env);
  const attached = { ...env, TF_REATTACH_PROVIDERS: JSON.stringify(running.attach) };
  return {
    schemas: schemas.stdout,
    versions: versionsIn(version.stdout, installed),
    run: (cwd, dataFolder, ...args) =>
      runProcess(command, args, {
        cwd,
        env: { ...attached, TF_DATA_DIR: dataFolder },
        timeoutSeconds: TIMEOUT_SECONDS,
      }),
    stop: () => running.stop(),
  };
}

/** The first version whose S3 backend locks the state by a file beside it, which the stacks ask for. */
const OLDEST = [1, 11] as const;

/** @see https://developer.hashicorp.com/terraform/language/backend/s3#state-locking */
function refuseOld(command: string, text: string): void {
  const version = terraformVersion(text);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new MissingPart(
      `${command} is version ${version}, ${OLDEST.join('.')} or later is needed; install it, or name another by TERRAFORM_BINARY_NAME`,
    );
  }
}

function terraformVersion(text: string): string {
  const { terraform_version: version = '?' } = JSON.parse(text) as { terraform_version?: string };
  return version;
}

/** What is inherited must not change what is checked: no arguments, no log, no variables, and a configuration that exists. */
function terraformEnvironment(folder: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('TF_')),
  );
  const mirror = environment['TERRAFORM_PLUGIN_MIRROR'];
  const inherited = environment['TF_CLI_CONFIG_FILE'];
  const configuration = join(folder, 'terraform.rc');
  const lines = ['disable_checkpoint = true'];
  if (mirror !== undefined && mirror !== '')
    lines.push(`provider_installation { filesystem_mirror { path = ${JSON.stringify(mirror)} } }`);
  writeFileSync(configuration, `${lines.join('\n')}\n`);
  const useInherited = !mirror && inherited !== undefined && existsSync(inherited);
  return {
    ...own,
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    TF_CLI_CONFIG_FILE: useInherited ? inherited : configuration,
  };
}

function renderHome(providers: readonly RequiredProvider[]): object {
  const required = providers.map(({ source, version }, index) => [
    `p${index}`,
    version === '' ? { source } : { source, version },
  ]);
  return { terraform: { required_providers: Object.fromEntries(required) as object } };
}

function versionsIn(version: string, folder: string): string {
  const providers = binariesIn(folder).map((path) => {
    const [type, number] = path.split('/').slice(-4);
    return `${type ?? ''} ${number ?? ''}`;
  });
  return [`terraform ${terraformVersion(version)}`, ...providers].join(', ');
}

function oneLine(text: string): string {
  return text.replace(/[│╷╵]/g, ' ').replace(/\s+/g, ' ').trim();
}
