import type { Call } from '../model/call';

/** How many names a list in a message holds. */
const LISTED = 10;

/** Names joined by commas, a long list cut. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).join(', ');
  return names.length <= LISTED ? shown : `${shown} and ${names.length - LISTED} more`;
}

/** Alternatives joined by `or`, those that do not exist left out. */
export function either(...options: readonly (string | undefined)[]): string {
  const [last, ...others] = options.filter((option) => option !== undefined).reverse();
  if (last === undefined) return '';
  return others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`;
}

/** `1 service`, `2 services`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What a call calls: `inventory-service.CheckStock`. */
export function calleeOf({ operation }: Call): string {
  return `${operation.service.name}.${operation.name}`;
}

/** The property that decides how long one try lasts. */
export function tryProperty({ perTry, timeout }: Call): 'perTry' | 'timeout' {
  return perTry === timeout ? 'timeout' : 'perTry';
}
