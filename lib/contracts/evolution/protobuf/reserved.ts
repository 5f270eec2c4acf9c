import { conflict, type PartChange } from './part-change';
import type { Reserved } from './schema';

/** Whether a number may not be used again. */
export function isReservedNumber({ ranges }: Reserved, number: number): boolean {
  return ranges.some(([first, last]) => first <= number && number <= last);
}

/** Reservations that are given up: what was kept from being used again may be used now. */
export function compareReserved(old: Reserved, now: Reserved): readonly PartChange[] {
  const ranges = old.ranges
    .filter((range) => !isCovered(range, now.ranges))
    .map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
  const names = old.names.filter((name) => !now.names.includes(name)).map((name) => `'${name}'`);
  return [...ranges, ...names].map((what) =>
    conflict('', 'proto-reserved-removed', `${what} is no longer reserved: it may be used again`),
  );
}

/** Whether ranges, next to each other or not, hold every number of another. */
function isCovered([first, last]: readonly [number, number], ranges: Reserved['ranges']): boolean {
  let next = first;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from > next) continue;
    next = Math.max(next, to + 1);
  }
  return next > last;
}
