/** A place in a file of the user. */
export interface SourcePlace {
  /** The file, as it is shown to the user. */
  readonly file: string;
  /**
   * Line in it, from 1.
   *
   * @default - the whole file is meant
   */
  readonly line?: number;
}

/**
 * The system file cannot be used: it is missing, does not load, or declares no system.
 *
 * @example
 * throw new BrokenSystemFile({ file: 'system.ts', line: 7 }, 'TypeError: boom', 'correct the line');
 * // [system.ts:7] TypeError: boom; correct the line
 */
export class BrokenSystemFile extends Error {
  public override readonly name = 'BrokenSystemFile';

  /**
   * @param place where the user finds the mistake
   * @param problem what is wrong
   * @param fix the change that mends it
   */
  public constructor(place: SourcePlace, problem: string, fix: string) {
    const line = place.line === undefined ? '' : `:${place.line}`;
    super(`[${place.file}${line}] ${problem}; ${fix}`);
  }
}
