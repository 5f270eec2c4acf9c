import { readFileSync } from 'node:fs';

/** Ticks of all processors since the system started. */
export interface Ticks {
  /** All of them. */
  readonly all: number;
  /** Those that this machine wanted, and the host gave to others. */
  readonly stolen: number;
}

/** Time that passes, and how much of it this machine was given. */
export interface GivenTime {
  /** Seconds by the clock. */
  readonly seconds: () => number;
  /** Seconds less the share that the host gave to others. */
  readonly given: () => number;
}

/** Starts to count, from two moments on whenever it is asked. */
export function countGivenTime(read: () => Ticks = readTicks): GivenTime {
  const started = performance.now();
  const first = read();
  const seconds = (): number => (performance.now() - started) / 1000;
  return { seconds, given: () => seconds() * (1 - stolenShare(first, read())) };
}

/** Share of the time between two moments that was given to others: 0 to 1. */
export function stolenShare(from: Ticks, to: Ticks): number {
  const all = to.all - from.all;
  return all <= 0 ? 0 : (to.stolen - from.stolen) / all;
}

/**
 * Ticks in what Linux says of its processors.
 *
 * @see https://docs.kernel.org/filesystems/proc.html (1.7, kernel/system statistics: steal is the eighth; guests are in user)
 */
export function ticksIn(stat: string): Ticks {
  const [, line = ''] = /^cpu +(.*)$/m.exec(stat) ?? [];
  const columns = line.split(' ').map(Number).slice(0, 8);
  return { all: columns.reduce((sum, value) => sum + value, 0), stolen: columns[7] ?? 0 };
}

/** Where the system does not tell, all time counts as given. */
function readTicks(): Ticks {
  try {
    return ticksIn(readFileSync('/proc/stat', 'utf8'));
  } catch {
    return { all: 0, stolen: 0 };
  }
}
