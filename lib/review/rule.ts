import type { ContractChange } from '../contracts/evolution/contract-change';
import type { Finding, Severity } from '../core/finding';
import type { Environment } from '../model/environment';
import type { SystemView } from '../model/view';
import type { SystemIndex } from '../plan/index-of-system';

/** What a rule looks at. */
export interface ReviewContext {
  /** The declarations. */
  readonly view: SystemView;
  /** The declarations, by name. */
  readonly index: SystemIndex;
  /** The environments, by name. */
  readonly environments: readonly Environment[];
  /**
   * Day of the review, as `YYYY-MM-DD`.
   *
   * @default - none: what depends on it is not looked at
   */
  readonly asOf?: string;
  /**
   * What changed in the contracts since they were released.
   *
   * @default - unknown: changes are not looked at
   */
  readonly changes?: readonly ContractChange[];
}

/** What a rule says and why. */
export interface RuleText {
  /** Id, for example `TMO-001`. */
  readonly id: string;
  /** The rule in a few words. */
  readonly title: string;
  /** Whether a breach stops synthesis. */
  readonly severity: Severity;
  /** Why it stands. */
  readonly rationale: string;
  /** What is computed and compared. */
  readonly formula: string;
  /** The formula with numbers. */
  readonly example: string;
  /** The published text it rests on. */
  readonly source: string;
}

/** A rule: a pure function from a system to findings. */
export interface Rule extends RuleText {
  /** Finds every breach. */
  check(context: ReviewContext): readonly Finding[];
}

/** A breach, without what all breaches of a rule share. */
export type Breach = Omit<Finding, 'rule' | 'severity' | 'source'>;

/** Makes a rule of its text and what finds its breaches. */
export function defineRule(
  text: RuleText,
  find: (context: ReviewContext) => Iterable<Breach>,
): Rule {
  const { id: rule, severity, source } = text;
  return {
    ...text,
    check: (context) =>
      Array.from(find(context), ({ path, problem, numbers, fix }) => ({
        ...{ rule, severity, path, problem, numbers, fix, source },
      })),
  };
}
