import { MissingPart } from '../missing-part';
import { runProcess, type Ended } from '../run-process';

const TIMEOUT_SECONDS = 180;
const MAX_SAID = 10;
/** Everything that a user's own settings could change, besides the registry and the way to it. */
const ARGUMENTS = [
  'install',
  '--no-audit',
  '--no-fund',
  '--ignore-scripts',
  '--no-package-lock',
  // Our package is installed as from a registry, so that its peers must fit.
  '--install-links',
  '--strict-peer-deps=false',
  '--legacy-peer-deps=false',
  '--engine-strict=false',
  '--prefer-offline',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
];
/** What npm says when it cannot get a package, and not that packages do not fit. */
const UNREACHABLE =
  /^(E[45]\d\d|ENOTFOUND|ENOTCACHED|ETARGET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ECONN\w+|EAI_AGAIN|E(NET|HOST)UNREACH|EPROTO|\w*CERT\w*|UNABLE_TO_\w+)$/;

/** What came of an installation. */
export interface Installed {
  /** Why nothing was installed, a line each. */
  readonly problems: readonly string[];
  /** What npm warns of. */
  readonly notes: readonly string[];
}

/**
 * Installs what the manifest of a project asks for.
 *
 * @throws MissingPart when npm or the registry cannot be reached
 */
export async function install(project: string, environment: NodeJS.ProcessEnv): Promise<Installed> {
  const ended = await runProcess('npm', ARGUMENTS, {
    ...{ cwd: project, env: environment, timeoutSeconds: TIMEOUT_SECONDS },
  });
  return {
    problems: ended.code === 0 ? [] : [explainInstall(ended)],
    notes: enginesMissed(ended.stderr),
  };
}

/**
 * What does not fit, in a line.
 *
 * @throws MissingPart when npm did not come as far as to judge that
 * @throws Error when npm broke off for another reason
 */
export function explainInstall({ code, stderr }: Pick<Ended, 'code' | 'stderr'>): string {
  const why = unreachable(code, stderr);
  if (why !== undefined)
    throw new MissingPart(
      `the packages of CDK Terrain cannot be installed: ${why}; npm needs a registry that has them`,
    );
  const said = saidIn(stderr);
  if (!said.includes('ERESOLVE')) throw new Error(`npm installs nothing: ${said}`);
  return `[npm] the package cannot be installed beside CDK Terrain: ${said}; make its peerDependencies fit`;
}

function unreachable(code: number | undefined, stderr: string): string | undefined {
  // A package it cannot read is, to npm, one without a version, and so one that fits nothing.
  const [, unread] = /^npm error Found: (\S+)@undefined$/m.exec(stderr) ?? [];
  if (unread !== undefined) return `npm cannot read ${unread}`;
  const [, error = ''] = /^npm error code (\S+)/m.exec(stderr) ?? [];
  return code === undefined || UNREACHABLE.test(error) ? saidIn(stderr) : undefined;
}

function saidIn(stderr: string): string {
  const said = stderr
    .split('\n')
    .filter((line) => !line.startsWith('npm warn'))
    .map((line) => line.replace(/^npm error\s*/, '').trim())
    .filter((line) => line !== '' && !/^(code |errno |A complete log)/.test(line));
  return said.slice(0, MAX_SAID).join(' ').slice(0, 600);
}

/** Packages that want another Node than this one, as npm warns of them. */
export function enginesMissed(stderr: string): readonly string[] {
  const warnings = stderr.matchAll(/package: '([^']+)',[^{]*\{ node: '([^']+)' \}/g);
  return [...warnings].map(
    ([, name, node]) => `${name ?? ''} asks for Node ${node ?? ''}; this is ${process.version}`,
  );
}
