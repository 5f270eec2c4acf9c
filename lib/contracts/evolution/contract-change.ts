import { compareText } from '../../core/finding';

/**
 * Who is released first so that nobody is broken on the way. Consumers are the callers of an operation and the readers
 * of an event; producers are the service that answers and the one that publishes.
 */
export type ReleaseDirection =
  'consumers-first' | 'producers-first' | 'any' | 'expand-then-contract';

/** One change of a contract, and whom it breaks. */
export interface ContractChange {
  /** Path from the contracts' folder, with forward slashes. */
  readonly file: string;
  /**
   * The operation that it is about.
   *
   * @default - none: it is about an event
   */
  readonly operation?: string;
  /**
   * The full name of the operation's service, as Protobuf has it.
   *
   * @default - the file has the operations of one service
   */
  readonly service?: string;
  /**
   * The full name of the event that it is about.
   *
   * @default - none: it is about an operation
   */
  readonly event?: string;
  /**
   * The field, by its path: `customer.email`, `lines[].sku`; `[]` stands for the members of a list or of a map.
   *
   * @default - the whole operation or event is meant
   */
  readonly field?: string;
  /** Id of the rule, for example `avro-field-without-default`. */
  readonly rule: string;
  /** Whether it breaks those who use what was released. */
  readonly breaking: boolean;
  /** Whether that could be told; a change that could not be judged is never said to break, nor to be safe. */
  readonly judged: boolean;
  /** Who is released first. */
  readonly direction: ReleaseDirection;
  /**
   * Whether the field, operation or event is no longer there: who names it loses it, even where nothing else breaks.
   *
   * @default false
   */
  readonly removed?: boolean;
  /** What changed and why it does or does not break. */
  readonly text: string;
}

/** What a change is about: the part of it that all changes of one operation or event share. */
export type ChangeSubject = Pick<ContractChange, 'file' | 'operation' | 'service' | 'event'>;

/** What is said of a subject, without the subject. */
export type ChangeDetail = Omit<ContractChange, keyof ChangeSubject>;

/** `inventory.proto CheckStock sku`: where a change stands, for people. */
export function placeOf({ file, operation, event, field }: ContractChange): string {
  return [file, operation ?? event, field].filter((part) => part !== undefined).join(' ');
}

/** Order in which changes are shown: by file, subject, field and rule. */
export function compareChanges(a: ContractChange, b: ContractChange): number {
  const [left, right] = [a, b].map(({ file, operation = '', event = '', field = '', rule, text }) =>
    [file, operation, event, field, rule, text].join('\n'),
  );
  return compareText(left ?? '', right ?? '');
}
