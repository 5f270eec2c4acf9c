import type { Json } from '../stack-files';
import type { Keys } from './edit';

/** What a fault is of. */
export type FaultClass = 'schema' | 'type' | 'reference' | 'permission' | 'expression';

/** One fault put into something that is right. */
export interface Mutation {
  /** Where. */
  readonly keys: Keys;
  /** What was done, in a few words. */
  readonly what: string;
  /** The whole, with the fault. */
  readonly content: Json;
}

/** A way of putting faults into something that is right: a pure function that gives every such fault. */
export interface Operator<Subject> {
  /** Its name in reports. */
  readonly name: string;
  /** What its faults are of. */
  readonly of: FaultClass;
  /** Every fault it can put into a subject. */
  readonly mutate: (subject: Subject) => Iterable<Mutation>;
}
