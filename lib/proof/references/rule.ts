import type { Cluster } from './cluster';
import type { EmittedObject } from './emitted-object';
import type { Place } from './place';

/** What a rule of references says and why. */
export interface ReferenceRuleText {
  /** Id, for example `REF-003`. */
  readonly id: string;
  /** The rule in a few words. */
  readonly title: string;
  /** Why it stands. */
  readonly rationale: string;
  /** The published text it rests on. */
  readonly source: string;
}

/** A rule of references: a pure function from what is emitted for a cluster to what is broken. */
export interface ReferenceRule extends ReferenceRuleText {
  /** Finds every broken reference. */
  readonly check: (cluster: Cluster) => Iterable<Broken>;
}

/** A reference that leads nowhere. */
export interface Broken {
  /** The object that refers. */
  readonly object: EmittedObject;
  /** Where in it. */
  readonly at: Pick<Place, 'path'>;
  /** What is wrong, with the value. */
  readonly problem: string;
  /** The change that mends it. */
  readonly fix: string;
}
