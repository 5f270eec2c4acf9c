import { TEXT_WIDTH } from '../core/wrap';

/** Narrower than this nothing can be read, and lines are left to the terminal. */
const NARROWEST = 40;

/** Most characters of a line: the width of the terminal, 100 where a stream is none. */
export function terminalWidth({ columns }: { readonly columns?: number } = process.stdout): number {
  return Math.max(NARROWEST, columns ?? TEXT_WIDTH);
}
