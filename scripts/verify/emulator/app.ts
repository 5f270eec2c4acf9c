/**
 * The app of a project that is deployed to the emulator: runs the real app of the stacks as cdktf would, and makes what
 * it wrote run against the emulator. The one argument names a file with the target.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runProcess } from '../run-process';
import { readStacks } from '../stack-files';
import { forEmulator, NotForEmulator, type EmulatorTarget } from './for-emulator';

const STACKS_APP = resolve(__dirname, '../../../stacks/main.ts');
const SYNTH_SECONDS = 300;

async function main([targetFile = '']: readonly string[]): Promise<number> {
  const target = JSON.parse(readFileSync(targetFile, 'utf8')) as EmulatorTarget;
  const { code, stdout, stderr } = await runProcess(
    process.execPath,
    [...process.execArgv, STACKS_APP],
    { cwd: process.cwd(), env: process.env, timeoutSeconds: SYNTH_SECONDS },
  );
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (code !== 0) return code ?? 1;
  const stacks = readStacks(join(process.env['CDKTF_OUTDIR'] ?? 'cdktf.out', 'stacks'));
  for (const stack of stacks)
    writeFileSync(
      join(stack.folder, 'cdk.tf.json'),
      JSON.stringify(forEmulator(stack, target), undefined, 2),
    );
  return 0;
}

main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    if (!(error instanceof NotForEmulator)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
