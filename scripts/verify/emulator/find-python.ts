import { MissingPart } from '../missing-part';
import { runProcess } from '../run-process';

/** A Python that can run the emulator. */
export interface Python {
  /** How it is called. */
  readonly command: string;
  /** For reports, for example `moto 5.2.1, python 3.11.7`. */
  readonly versions: string;
}

/** The version of moto that the overlay amends: another one may answer otherwise. */
const MOTO = '5.2.1';
const INSTALL = `pip install 'moto[server]==${MOTO}'`;
const OLDEST_PYTHON = [3, 11] as const;
const ASK = `
import json, platform
try:
    import flask, moto.server
    from importlib.metadata import version
    found = {"moto": version("moto")}
except ImportError as error:
    found = {"missing": str(error)}
print(json.dumps({"python": platform.python_version(), **found}))
`;
const ASK_SECONDS = 60;

/** What a Python says of itself. */
interface Answer {
  readonly python?: string;
  readonly moto?: string;
  readonly missing?: string;
}

/**
 * Finds the Python that is to run the emulator: the one named by `PYTHON`, or `python3`, or `python`.
 *
 * @throws MissingPart when there is none, or moto is not there or not the version the emulator is written for
 */
export async function findPython(cwd: string, environment: NodeJS.ProcessEnv): Promise<Python> {
  const named = environment['PYTHON'];
  const commands = named ? [named] : ['python3', 'python'];
  const reasons: string[] = [];
  for (const command of commands) {
    const options = { cwd, env: environment, timeoutSeconds: ASK_SECONDS };
    const { code, stdout, stderr } = await runProcess(command, ['-c', ASK], options);
    if (code !== 0) {
      reasons.push(`${command} does not run (${lastLine(stderr) || `code ${String(code)}`})`);
      continue;
    }
    const answer = readAnswer(stdout);
    const problem = whatIsWrong(answer);
    if (problem === undefined)
      return { command, versions: `moto ${answer.moto ?? '?'}, python ${answer.python ?? '?'}` };
    reasons.push(`${command} ${problem}`);
  }
  throw new MissingPart(
    `${reasons.join('; ')}; install Python ${OLDEST_PYTHON.join('.')} or later and run: ${INSTALL}`,
  );
}

/** What keeps a Python from running the emulator, nothing when it can. */
export function whatIsWrong({ python = '?', moto, missing }: Answer): string | undefined {
  const [major = 0, minor = 0] = python.split('.').map(Number);
  if (major < OLDEST_PYTHON[0] || (major === OLDEST_PYTHON[0] && minor < OLDEST_PYTHON[1]))
    return `is ${python}, ${OLDEST_PYTHON.join('.')} is the oldest that will do`;
  if (missing !== undefined) return `${python} has no moto server (${missing})`;
  return moto === MOTO
    ? undefined
    : `${python} has moto ${moto ?? '?'}, the emulator amends ${MOTO}`;
}

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { missing: `it answered '${text.slice(0, 80)}'` };
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
