/** The stack of a declaration. Engines write it out when it is first read, so that keeping it costs little. */
export interface Origin {
  /** The calls that led to the declaration, the innermost first, as engines write them. */
  readonly stack: string;
}

/** So many calls are kept: constructors and methods of the model are four at most, the user's line stands behind them. */
const CALLS = 10;
/** Shared by all copies of this package: the command asks, and the copy that a system file imports keeps. */
const KEEP = Symbol.for('groundplan.KeepOrigins');

/**
 * Lets systems that are declared from now on remember where each of their declarations stands, or no longer. Reviews
 * that name lines ask for it; synthesis does not, and pays nothing.
 */
export function keepOrigins(keep: boolean): void {
  Reflect.set(globalThis, KEEP, keep);
}

/** Whether systems remember where their declarations stand. */
export function originsAreKept(): boolean {
  return Reflect.get(globalThis, KEEP) === true;
}

/**
 * The place from which a function was called.
 *
 * @param below the function; it and what it calls are left out
 */
export function originHere(below: (...args: never) => unknown): Origin {
  const origin = { stack: '' };
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = CALLS;
  Error.captureStackTrace(origin, below);
  Error.stackTraceLimit = stackTraceLimit;
  return origin;
}
