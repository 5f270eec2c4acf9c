/** What happened to a part of a message or enum; `conflict` is all that no order of release makes harmless. */
export type PartEvent = 'added' | 'removed' | 'value-added' | 'harmless' | 'conflict';

/** A change of one field of a message, or of one enum. */
export interface PartChange {
  /** The field; empty for the whole message or enum. */
  readonly field: string;
  /** Id of the rule. */
  readonly rule: string;
  /** What happened. */
  readonly event: PartEvent;
  /** Whether those who use what was released are broken. */
  readonly breaking: boolean;
  /** What it is. */
  readonly text: string;
}

/** A change that no order of release makes harmless. */
export function conflict(field: string, rule: string, text: string): PartChange {
  return { field, rule, event: 'conflict', breaking: true, text };
}
