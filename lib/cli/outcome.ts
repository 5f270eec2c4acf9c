/** What a verb of the command comes to. */
export interface Outcome {
  /** 0 fine, 1 findings that stop synthesis, 2 wrong usage. */
  readonly exitCode: 0 | 1 | 2;
  /** What is printed: with exit code 2 as an error. */
  readonly text: string;
}

/** A value as the command prints it under `--json`. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
