import type { FaultClass } from './mutant';

/** What came of an operator. */
export interface OperatorResult {
  /** Its name. */
  readonly name: string;
  /** What its faults are of. */
  readonly of: FaultClass;
  /** Faults put in. */
  readonly total: number;
  /** Faults found. */
  readonly killed: number;
  /** The faults nobody found, by what they have in common, most of them first. */
  readonly survivors: readonly Survivors[];
}

/** Faults of one kind that nobody found. */
export interface Survivors {
  /** What they have in common, for example `aws_kms_key policy: no condition`. */
  readonly what: string;
  /** How many there are. */
  readonly count: number;
  /** Where the first of them is. */
  readonly example: string;
}

/** Counts faults by operator, in the order operators were first asked for. */
export class Tally {
  private readonly operators = new Map<string, Counted>();

  /** Whether the next fault of an operator is one of those that are looked at: every one, or one of so many. */
  public isTurn(name: string, of: FaultClass, oneOf: number): boolean {
    const counted = this.countedOf(name, of);
    counted.seen += 1;
    return (counted.seen - 1) % oneOf === 0;
  }

  /** Counts a fault. */
  public add(
    name: string,
    of: FaultClass,
    fault: Omit<Survivors, 'count'> & { readonly killed: boolean },
  ): void {
    const counted = this.countedOf(name, of);
    counted.total += 1;
    if (fault.killed) {
      counted.killed += 1;
      return;
    }
    const known = counted.survivors.get(fault.what);
    counted.survivors.set(fault.what, {
      ...{ what: fault.what, example: known?.example ?? fault.example },
      count: (known?.count ?? 0) + 1,
    });
  }

  /** What came of all operators. */
  public results(): readonly OperatorResult[] {
    return [...this.operators].map(([name, { of, total, killed, survivors }]) => ({
      ...{ name, of, total, killed },
      survivors: [...survivors.values()].sort(
        (a, b) => b.count - a.count || (a.what < b.what ? -1 : 1),
      ),
    }));
  }

  private countedOf(name: string, of: FaultClass): Counted {
    const known = this.operators.get(name);
    if (known !== undefined) return known;
    const made: Counted = { of, seen: 0, total: 0, killed: 0, survivors: new Map() };
    this.operators.set(name, made);
    return made;
  }
}

interface Counted {
  readonly of: FaultClass;
  seen: number;
  total: number;
  killed: number;
  readonly survivors: Map<string, Survivors>;
}
