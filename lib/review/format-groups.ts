import type { Finding, Severity } from '../core/finding';
import { compareText } from '../core/finding';
import { explain } from './explain';

/** Where a declaration stands in the files of the user. */
export interface DeclarationPlace {
  /** The file, as it is shown. */
  readonly file: string;
  /**
   * Line in it, from 1.
   *
   * @default - the file alone is known
   */
  readonly line?: number;
}

/** Tells where the declaration of a path stands, or the nearest above it. */
export type PlaceOf = (path: string) => DeclarationPlace | undefined;

/** All findings of one rule and severity. */
export interface FindingGroup {
  /** Id of the rule. */
  readonly rule: string;
  /** The rule in a few words. */
  readonly title: string;
  /** How much its findings weigh. */
  readonly severity: Severity;
  /** What was found, by path. */
  readonly findings: readonly Finding[];
}

/**
 * Findings by rule, the worst first: errors before warnings, and of errors mistakes in declarations before all others,
 * because what is computed from them may change when they are mended.
 */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()]
    .flatMap((group): readonly FindingGroup[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { rule, severity } = first;
      return [{ rule, title: explain(rule)?.title ?? '', severity, findings: group }];
    })
    .sort(worstFirst);
}

function worstFirst(a: FindingGroup, b: FindingGroup): number {
  return (
    compareText(a.severity, b.severity) ||
    Number(isDeclaration(b)) - Number(isDeclaration(a)) ||
    compareText(a.rule, b.rule)
  );
}

function isDeclaration({ rule }: FindingGroup): boolean {
  return rule.startsWith('DCL-');
}

/** The figures of a finding: `timeoutMs 49, retries 1`; nothing where there are none. */
export function figuresOf({ numbers }: Finding): string {
  return Object.entries(numbers)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** A place as people write it: `system.ts:7`. */
export function placeText({ file, line }: DeclarationPlace): string {
  return line === undefined ? file : `${file}:${line}`;
}
