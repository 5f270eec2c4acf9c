import { isDay } from '../core/dates';
import { compareText, type Finding } from '../core/finding';
import type { Acknowledgement } from '../model/declaration';
import { ACKNOWLEDGEMENT_RULES } from './acknowledgement-rules';

/** A finding that is accepted for a time. */
export interface Acknowledged {
  /** What was found. */
  readonly finding: Finding;
  /** Why it is accepted. */
  readonly reason: string;
  /** Last day on which it is accepted, as `YYYY-MM-DD`. */
  readonly until: string;
}

/** What acknowledgements leave of findings. */
export interface Sorted {
  /** Findings that nothing excuses. */
  readonly open: readonly Finding[];
  /** Findings that are excused. */
  readonly acknowledged: readonly Acknowledged[];
  /** What is wrong with the acknowledgements themselves. */
  readonly mistakes: readonly Finding[];
}

/**
 * Sorts findings of rules into open and acknowledged.
 *
 * @param known ids of the rules that can be acknowledged
 * @param asOf day of the review; without it nothing has ended
 */
export function sortByAcknowledgement(
  findings: readonly Finding[],
  acknowledgements: readonly Acknowledgement[],
  known: ReadonlySet<string>,
  asOf: string | undefined,
): Sorted {
  const mistakes: Finding[] = [];
  const standing = new Map<string, Acknowledgement>();
  for (const acknowledgement of [...acknowledgements].sort(latestLast)) {
    const mistake = mistakeIn(acknowledgement, known, asOf);
    if (mistake === undefined) standing.set(keyOf(acknowledgement), acknowledgement);
    else mistakes.push(mistake);
  }

  const open: Finding[] = [];
  const acknowledged: Acknowledged[] = [];
  const used = new Set<Acknowledgement>();
  for (const finding of findings) {
    const [nearest, ...others] = excusesOf(finding, standing);
    if (nearest === undefined) {
      open.push(finding);
      continue;
    }
    for (const excuse of [nearest, ...others]) used.add(excuse);
    acknowledged.push({ finding, reason: nearest.reason, until: nearest.until });
  }
  for (const idle of standing.values()) if (!used.has(idle)) mistakes.push(unused(idle));
  return { open, acknowledged, mistakes };
}

/** Of several for one rule and path the one that lasts longest stands, whatever the order of declaration. */
function latestLast(a: Acknowledgement, b: Acknowledgement): number {
  return compareText(a.until, b.until) || compareText(b.reason, a.reason);
}

function keyOf({ rule, path }: Pick<Acknowledgement, 'rule' | 'path'>): string {
  return `${rule} ${path}`;
}

/** The acknowledgements of a finding's rule at its path and above it, the nearest first. */
function excusesOf(
  { rule, path }: Finding,
  standing: ReadonlyMap<string, Acknowledgement>,
): readonly Acknowledgement[] {
  const segments = path.split('/');
  return segments.flatMap((_, removed) => {
    const above = segments.slice(0, segments.length - removed).join('/');
    return standing.get(keyOf({ rule, path: above })) ?? [];
  });
}

function mistakeIn(
  { rule, path, until }: Acknowledgement,
  known: ReadonlySet<string>,
  asOf: string | undefined,
): Finding | undefined {
  const { severity, source } = ACKNOWLEDGEMENT_RULES['ACK-001'];
  const mistake = (problem: string, fix: string): Finding => ({
    ...{ rule: 'ACK-001', severity, path, problem, numbers: { rule, until }, fix, source },
  });
  if (/^(DCL|ACK)-/.test(rule))
    return mistake(
      `${rule} cannot be acknowledged`,
      'remove the acknowledgement and mend what was found',
    );
  if (!known.has(rule)) return mistake(`'${rule}' is no rule`, 'name a rule that exists');
  // A day that is no date was reported when it was declared.
  if (asOf !== undefined && isDay(until) && until < asOf)
    return mistake(
      `acknowledgement of ${rule} ended on ${until}`,
      'mend what was found, or decide again and set until to a later day',
    );
  return undefined;
}

function unused({ rule, path, until }: Acknowledgement): Finding {
  const { severity, source } = ACKNOWLEDGEMENT_RULES['ACK-002'];
  return {
    rule: 'ACK-002',
    severity,
    path,
    problem: `acknowledgement of ${rule} excuses nothing`,
    numbers: { rule, until },
    fix: 'remove it',
    source,
  };
}
