import { compareText } from '../core/finding';

/** One thing that is wrong with a contract file, said so that its author can mend it. */
export interface ContractProblem {
  /** Path from the contracts' folder, with forward slashes. */
  readonly file: string;
  /** Where in it: `<line>:<column>`, a JSON pointer, or empty for the whole file. */
  readonly at: string;
  /** What is wrong. */
  readonly problem: string;
  /** The change that mends it. */
  readonly fix: string;
}

/** One line for people: `<file>:<line>:<column> problem; fix`, or `<file>#<pointer> problem; fix`. */
export function formatProblem({ file, at, problem, fix }: ContractProblem): string {
  const place = at === '' ? '' : at.startsWith('/') ? `#${at}` : `:${at}`;
  return `${file}${place} ${problem}; ${fix}`;
}

/** Order in which problems are shown: by file and place. */
export function compareProblems(a: ContractProblem, b: ContractProblem): number {
  return (
    compareText(a.file, b.file) || compareText(a.at, b.at) || compareText(a.problem, b.problem)
  );
}
