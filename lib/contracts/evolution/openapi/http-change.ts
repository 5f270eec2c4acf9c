import type { ChangeDetail, ReleaseDirection } from '../contract-change';
import type { Difference, Effect } from '../json-schema/difference';

/** Which way a message goes. */
export type Way = 'request' | 'response';

/** A change that breaks callers. */
export function breaks(
  rule: string,
  direction: ReleaseDirection,
  text: string,
  field?: string,
): ChangeDetail {
  return { ...at(field), rule, breaking: true, judged: true, direction, text };
}

/** A change that breaks nobody. */
export function safe(
  rule: string,
  direction: ReleaseDirection,
  text: string,
  field?: string,
): ChangeDetail {
  return { ...at(field), rule, breaking: false, judged: true, direction, text };
}

/** A change of which nothing can be said. */
export function unjudged(rule: string, text: string, field?: string): ChangeDetail {
  return { ...at(field), rule, breaking: false, judged: false, direction: 'any', text };
}

/**
 * What a difference of a schema means for callers: a server may accept more and answer less, not the other way round.
 * Who sends or reads what both versions know goes first.
 */
const MEANING: Readonly<
  Record<
    Way,
    Readonly<Record<Effect, { readonly breaking: boolean; readonly direction: ReleaseDirection }>>
  >
> = {
  request: {
    narrowed: { breaking: true, direction: 'consumers-first' },
    widened: { breaking: false, direction: 'producers-first' },
    changed: { breaking: true, direction: 'expand-then-contract' },
    added: { breaking: false, direction: 'producers-first' },
    removed: { breaking: false, direction: 'consumers-first' },
    unjudged: { breaking: false, direction: 'any' },
  },
  response: {
    narrowed: { breaking: false, direction: 'producers-first' },
    widened: { breaking: true, direction: 'consumers-first' },
    changed: { breaking: true, direction: 'expand-then-contract' },
    added: { breaking: false, direction: 'producers-first' },
    removed: { breaking: true, direction: 'consumers-first' },
    unjudged: { breaking: false, direction: 'any' },
  },
};

/**
 * The changes that differences of a schema are.
 *
 * @param what the message, for people: `query limit`, `application/json of 200`
 * @param field path of what the schema is of; a body has none
 */
export function schemaChanges(
  differences: readonly Difference[],
  way: Way,
  what: string,
  field?: string,
): readonly ChangeDetail[] {
  return differences.map(({ path, about, effect, text, gone = false }) => {
    const place = [field, path].filter((part) => part !== undefined && part !== '').join('.');
    // A new required part of a request cannot be sent before the server knows it, nor left out afterwards.
    const isDemand = way === 'request' && about === 'required' && effect === 'narrowed';
    const { breaking, direction } = MEANING[way][effect];
    return {
      ...(place !== '' && { field: place }),
      rule: `http-${way}-${about}-${effect}`,
      breaking,
      judged: effect !== 'unjudged',
      direction: isDemand ? 'expand-then-contract' : direction,
      ...(gone && { removed: true }),
      text: `${what}: ${text}`,
    };
  });
}

function at(field: string | undefined): Pick<ChangeDetail, 'field'> {
  return field === undefined ? {} : { field };
}
