import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A line of a file, as a stack names it. */
export interface StackPlace {
  /** Absolute path of the file. */
  readonly file: string;
  /** Line in it, from 1. */
  readonly line: number;
}

/**
 * The innermost place of a stack that the user wrote.
 *
 * @param file absolute path of the system file; files below its folder are the user's too
 */
export function ownPlace(stack: string, file: string): StackPlace | undefined {
  for (const line of stack.split('\n')) {
    const found = placeIn(line);
    if (found !== undefined && isOwn(found.file, file)) return found;
  }
  return undefined;
}

/** Whether a path is below the folder of the system file, and not of a package there. */
export function isOwn(path: string, file: string): boolean {
  return path.startsWith(dirname(file) + sep) && !path.includes(`${sep}node_modules${sep}`);
}

/** `    at f (/a/b.ts:7:9)`, `    at async file:///a/b.ts:7:9`, or the head of a syntax error: `/a/b.ts:7`. */
const FRAME =
  /^(?:\s+at (?:.*\()?(?:async )?)?(?<path>(?:file:\/\/|\/|[A-Za-z]:\\).*?):(?<line>\d+)(?::\d+\)?)?$/;

function placeIn(frame: string): StackPlace | undefined {
  const { path, line } = FRAME.exec(frame)?.groups ?? {};
  if (path === undefined) return undefined;
  const file = path.startsWith('file://') ? fileURLToPath(path) : path;
  return { file: file.replace(/\?.*$/, ''), line: Number(line) };
}
