import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPython, whatIsWrong } from '../../../../scripts/verify/emulator/find-python';
import { MissingPart } from '../../../../scripts/verify/missing-part';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundplan-python-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program that answers as Python would. */
function python(answer: string, code = 0): string {
  const file = join(folder, 'python');
  const text = `process.stdout.write(${JSON.stringify(answer)}); process.exitCode = ${code};`;
  writeFileSync(file, `#!${process.execPath}\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

test('takes the Python that is named when it has the moto the emulator amends', async () => {
  const command = python('{"python":"3.11.7","moto":"5.2.1"}');

  await expect(findPython(folder, { PYTHON: command })).resolves.toEqual({
    command,
    versions: 'moto 5.2.1, python 3.11.7',
  });
});

test('says which Python is missing and how to get what is needed', async () => {
  const command = join(folder, 'absent');

  await expect(findPython(folder, { PYTHON: command })).rejects.toThrow(
    new MissingPart(
      `${command} does not run (spawn ${command} ENOENT); install Python 3.11 or later and run: pip install 'moto[server]==5.2.1'`,
    ),
  );
});

test('tells of every Python it has tried', async () => {
  await expect(findPython(folder, { PATH: folder })).rejects.toThrow(
    /^python3 does not run \(spawn python3 ENOENT\); python does not run \(spawn python ENOENT\); install/,
  );
});

test('says so when what is found does not answer like Python', async () => {
  await expect(findPython(folder, { PYTHON: python('hello') })).rejects.toThrow(
    /\? has no moto server \(it answered 'hello'\); install/,
  );
});

test.each([
  [{ python: '3.11.0', moto: '5.2.1' }, undefined],
  [{ python: '4.0.0', moto: '5.2.1' }, undefined],
  [{ python: '3.10.14', moto: '5.2.1' }, 'is 3.10.14, 3.11 is the oldest that will do'],
  [{ python: '3.11.7', moto: '5.1.0' }, '3.11.7 has moto 5.1.0, the emulator amends 5.2.1'],
  [
    { python: '3.11.7', missing: "No module named 'moto'" },
    "3.11.7 has no moto server (No module named 'moto')",
  ],
])('judges what a Python says of itself: %j', (answer, problem) => {
  expect(whatIsWrong(answer)).toBe(problem);
});
