import type { JsonObject, JsonValue } from '../../document';
import { joinPath } from '../remark';

/**
 * What a change of a schema does to the values that it accepts: fewer, more, others, or the same ones. `added` and
 * `removed` are properties that an object may have but need not be read; `unjudged` cannot be told.
 */
export type Effect = 'narrowed' | 'widened' | 'changed' | 'added' | 'removed' | 'unjudged';

/** One difference between two versions of a schema. */
export interface Difference {
  /** Path of the field: `lines[].sku`; empty for the whole. */
  readonly path: string;
  /** What it is about: a keyword, or `property` and `required` for one property. */
  readonly about: string;
  /** What it does. */
  readonly effect: Effect;
  /**
   * Whether a property is no longer declared.
   *
   * @default false
   */
  readonly gone?: boolean;
  /** What it is. */
  readonly text: string;
}

/** How two schemas are compared. */
export interface Comparing {
  /** The document in which references of the old schema are looked up. */
  readonly oldRoot: JsonObject;
  /** The document in which references of the new schema are looked up. */
  readonly newRoot: JsonObject;
  /**
   * Whether a property that is not declared may be there and hold anything. Where not, it is ignored by whoever reads.
   */
  readonly undeclaredCounts: boolean;
  /** Keyword that leaves a property out: `readOnly` ones are not sent, `writeOnly` ones do not come back. */
  readonly leftOut?: 'readOnly' | 'writeOnly';
  /** Compares what is inside. */
  readonly compare: (old: JsonValue, now: JsonValue) => readonly Difference[];
}

/** A difference of the schema itself. */
export function difference(about: string, effect: Effect, text: string): Difference {
  return { path: '', about, effect, text };
}

/** The same differences, one level further out. */
export function inside(step: string, differences: readonly Difference[]): readonly Difference[] {
  return differences.map((found) => ({ ...found, path: joinPath(step, found.path) }));
}
