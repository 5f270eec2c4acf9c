import type { Check } from '../check';
import { findPython } from '../emulator/find-python';
import { runProcess } from '../run-process';

const TESTS = 'test/emulator';
const SECONDS = 15 * 60;

/** The tests of the emulated cloud itself: what it answers wrongly would be believed by other checks. */
export const emulatorTests: Check = {
  name: 'emulator-tests',
  part: 'moto and boto3',
  proves: 'The emulated cloud answers what its own tests ask of it.',
  quick: true,
  boundSeconds: SECONDS,
  boundMiB: 2000,
  run: async ({ root, environment, progress }) => {
    const { command, versions } = await findPython(root, environment);
    progress('running the tests of the emulator');
    const { code, stderr } = await runProcess(
      command,
      ['-m', 'unittest', 'discover', '-s', `${TESTS}/tests`, '-t', TESTS],
      {
        ...{ cwd: root, timeoutSeconds: SECONDS },
        env: { ...environment, PYTHONDONTWRITEBYTECODE: '1' },
      },
    );
    const [, tests = '0'] = /^Ran (\d+) tests?/m.exec(stderr) ?? [];
    const failed = stderr.split('\n').filter((line) => /^(FAIL|ERROR): /.test(line));
    const end = `[${TESTS}] ended with ${code ?? 'no code'}: ${stderr.trim().split('\n').at(-1) ?? ''}`;
    return {
      problems: code === 0 && tests !== '0' ? [] : [...failed, end],
      figure: `${tests} tests`,
      versions,
    };
  },
};
