import type { Compatibility } from '../../model/event-schema';
import type {
  ChangeDetail,
  ChangeSubject,
  ContractChange,
  ReleaseDirection,
} from './contract-change';
import { isReadable, type Remark } from './remark';

/** What came of reading data of one version of an event with the schema of another, both ways. */
export interface EventComparison {
  /** The new schema reads what the old one wrote. */
  readonly backward: readonly Remark[];
  /** The old schema reads what the new one writes. */
  readonly forward: readonly Remark[];
}

/** Which ways a mode asks for. */
const WAYS: Readonly<Record<Compatibility, readonly (keyof EventComparison)[]>> = {
  BACKWARD: ['backward'],
  BACKWARD_TRANSITIVE: ['backward'],
  FORWARD: ['forward'],
  FORWARD_TRANSITIVE: ['forward'],
  FULL: ['backward', 'forward'],
  FULL_TRANSITIVE: ['backward', 'forward'],
  // Nothing is promised, so no order of release is either: what is not read both ways breaks somebody on the way.
  NONE: ['backward', 'forward'],
};

/** Whether a mode looks at all versions, not at the last one only. */
export function isTransitive(mode: Compatibility): boolean {
  return mode.endsWith('_TRANSITIVE');
}

/**
 * What changed in an event, place by place, judged by the compatibility that its topic promises.
 *
 * @param comparisons the new schema with the earlier ones, the last released first
 */
export function eventChanges(
  subject: ChangeSubject,
  mode: Compatibility,
  comparisons: readonly EventComparison[],
): readonly ContractChange[] {
  const [last, ...earlier] = comparisons;
  if (last === undefined) return [];
  const changes = changesOf(last, mode);
  if (!isTransitive(mode)) return changes.map((detail) => ({ ...subject, ...detail }));
  const known = new Set(changes.filter(({ breaking }) => breaking).map(keyOf));
  const older = earlier.flatMap((comparison, index) =>
    changesOf(comparison, mode)
      .filter((change) => change.breaking && !known.has(keyOf(change)))
      .map((change) => ({ ...change, text: `${index + 2} versions ago: ${change.text}` })),
  );
  return [...changes, ...older].map((detail) => ({ ...subject, ...detail }));
}

function keyOf({ field, rule }: ChangeDetail): string {
  return `${field ?? ''} ${rule}`;
}

/** What was said of one place in both ways is one change. */
function changesOf(
  { backward, forward }: EventComparison,
  mode: Compatibility,
): readonly ChangeDetail[] {
  const paths = [...new Set([...backward, ...forward].map(({ path }) => path))].sort();
  return paths.map((path) =>
    changeAt(path, mode, {
      backward: backward.filter((remark) => remark.path === path),
      forward: forward.filter((remark) => remark.path === path),
    }),
  );
}

function changeAt(path: string, mode: Compatibility, here: EventComparison): ChangeDetail {
  const { backward, forward } = here;
  const reads = { backward: isReadable(backward), forward: isReadable(forward) };
  const all = [...backward, ...forward];
  const first = all.find(({ readable }) => !readable) ?? all[0];
  return {
    ...(path !== '' && { field: path }),
    rule: first?.rule ?? '',
    breaking: WAYS[mode].some((way) => !reads[way]),
    judged: !reads.backward || !reads.forward || all.every(({ judged }) => judged !== false),
    direction: directionOf(mode, reads.backward, reads.forward),
    // The old schema looks for what the new one no longer writes.
    ...(forward.some(({ absent }) => absent) && { removed: true }),
    text: textOf(here, reads),
  };
}

/**
 * Consumers go first where the new schema reads old records, producers where the old schema reads new ones.
 *
 * @see https://docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html#order-of-upgrading-clients
 */
function directionOf(mode: Compatibility, backward: boolean, forward: boolean): ReleaseDirection {
  if (backward && forward) return 'any';
  if (mode === 'NONE' || (!backward && !forward)) return 'expand-then-contract';
  return backward ? 'consumers-first' : 'producers-first';
}

function textOf(
  { backward, forward }: EventComparison,
  reads: Readonly<Record<keyof EventComparison, boolean>>,
): string {
  const said = (remarks: readonly Remark[]): string =>
    [...new Set(remarks.filter(({ readable }) => !readable).map(({ text }) => text))].join(', ');
  const parts = [
    ...(reads.backward ? [] : [`the new schema cannot read old records: ${said(backward)}`]),
    ...(reads.forward ? [] : [`the old schema cannot read new records: ${said(forward)}`]),
  ];
  if (parts.length > 0) return parts.join('; ');
  const [first] = backward.length > 0 ? backward : forward;
  const who =
    backward.length > 0 ? 'the new schema reads old records' : 'the old schema reads new records';
  return `${who}: ${first?.text ?? ''}`;
}
