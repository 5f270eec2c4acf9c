import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HandleState } from '../contracts/handles/written-handles';
import { handbookFiles, RUNBOOK_FOLDER, type HandbookFile } from '../handbook';
import type { System } from '../model/system';
import { jsonText, type Outcome } from './outcome';
import { onSystem, withSystem, type AddVerb, type SystemOptions } from './verb';

/** How the handbook is asked for. */
export interface HandbookOptions {
  /** Folder that takes it. */
  readonly out: string;
  /**
   * Whether to say what is not in step, and write nothing.
   *
   * @default false
   */
  readonly check?: boolean;
  /**
   * Whether machines read what is printed.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** A page, and how it stands to what is there. */
interface PageStatus {
  readonly file: string;
  readonly state: HandleState;
}

/** The verb `handbook`: writes a runbook for each service, and takes away those of services that are gone. */
export function handbookVerb(
  system: System,
  { out, check = false, json = false }: HandbookOptions,
): Outcome {
  const pages = handbookFiles(system);
  const statuses = [...pages.map((page) => compare(out, page)), ...leftOver(out, pages)];
  if (!check) bringInStep(out, pages, statuses);
  const changed = statuses.filter(({ state }) => state !== 'current');
  const exitCode = check && changed.length > 0 ? 1 : 0;
  if (json) return { exitCode, text: jsonText({ files: statuses }) };
  const lines = changed.map(({ file, state }) => `${file} ${state}`);
  const total = `${statuses.length} pages, ${changed.length} ${check ? 'to change' : 'changed'}`;
  return { exitCode, text: [...lines, total].join('\n') };
}

function bringInStep(
  out: string,
  pages: readonly HandbookFile[],
  statuses: readonly PageStatus[],
): void {
  for (const { path, text } of pages) write(join(out, path), text);
  for (const { file, state } of statuses) if (state === 'left over') rmSync(file);
}

function compare(out: string, { path, text }: HandbookFile): PageStatus {
  const file = join(out, path);
  if (!existsSync(file)) return { file, state: 'missing' };
  return { file, state: readFileSync(file, 'utf8') === text ? 'current' : 'stale' };
}

/** Pages of services that are gone; nothing else in the folder is ours. */
function leftOver(out: string, pages: readonly HandbookFile[]): readonly PageStatus[] {
  const folder = join(out, RUNBOOK_FOLDER);
  if (!existsSync(folder)) return [];
  const known = new Set(pages.map(({ path }) => join(out, path)));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
    .filter((file) => !known.has(file))
    .sort()
    .map((file) => ({ file, state: 'left over' }));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Adds the verb `handbook`. */
export const addHandbook: AddVerb = (program, show) => {
  withSystem(program.command('handbook').description('write a runbook for each service'))
    .option('--out <folder>', 'folder that takes the pages', 'handbook')
    .option('--check', 'write nothing; exit with 1 where a page is missing, stale or left over')
    .action(async (options: SystemOptions & HandbookOptions) => {
      show(await onSystem(options, ({ system }) => handbookVerb(system, options)));
    });
};
