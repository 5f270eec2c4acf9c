import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** What a process left behind. */
interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A user's project in a directory of its own, with the rooms of this repository in it. */
export interface Project {
  readonly directory: string;
  /** Runs a TypeScript program of this repository in the project. */
  run(program: string, ...args: readonly string[]): Promise<Ended>;
  remove(): void;
}

/**
 * Makes a project.
 *
 * @param system path of the system file, below the project or absolute
 * @param files further files by their path in the project
 */
export function makeProject(system: string, files: Readonly<Record<string, string>> = {}): Project {
  const directory = mkdtempSync(join(tmpdir(), 'groundplan-project-'));
  const manifest = { name: 'project', private: true, groundplan: { system } };
  const all = { 'package.json': JSON.stringify(manifest), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  for (const room of ['node_modules', 'stacks', 'charts'])
    symlinkSync(join(ROOT, room), join(directory, room));
  return {
    directory,
    run: (program, ...args) =>
      new Promise((done) => {
        execFile(
          process.execPath,
          ['--import', 'tsx', join(ROOT, program), ...args],
          { cwd: directory },
          (error, stdout, stderr) => {
            done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
          },
        );
      }),
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Absolute path of a room or file of this repository, as an import names it. */
export function inRepository(path: string): string {
  return join(ROOT, path);
}
