import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatProblem, type Contract, type ContractReading } from '../../../lib/contracts';

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with files in it; it is gone when the tests of the file are done. */
export function folderWith(files: Readonly<Record<string, string | object>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'groundplan-contracts-')));
  made.push(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(
      join(folder, file),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return folder;
}

/** What is wrong, as lines; none where nothing is. */
export function linesOf(reading: ContractReading): readonly string[] {
  return reading.ok ? [] : reading.problems.map(formatProblem);
}

/** The contract that was read. */
export function contractOf(reading: ContractReading): Contract {
  if (reading.ok) return reading.contract;
  throw new Error(linesOf(reading).join('\n'));
}
