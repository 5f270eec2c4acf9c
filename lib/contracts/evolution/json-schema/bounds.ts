import type { JsonObject } from '../../document';
import { isSame, numberAt, ownValue, textAt } from '../json';
import { difference, type Difference, type Effect } from './difference';
import type { ValueKind } from './types';

/** Bounds by the kind of value that they hold for; `least` ones narrow when they rise. */
const BOUNDS: readonly {
  readonly keyword: string;
  readonly least: boolean;
  readonly of: ValueKind;
}[] = [
  { keyword: 'minLength', least: true, of: 'string' },
  { keyword: 'maxLength', least: false, of: 'string' },
  { keyword: 'minItems', least: true, of: 'array' },
  { keyword: 'maxItems', least: false, of: 'array' },
  { keyword: 'minProperties', least: true, of: 'object' },
  { keyword: 'maxProperties', least: false, of: 'object' },
];

/** Formats of numbers and texts whose values are all values of another. */
const WIDER: Readonly<Record<string, readonly string[]>> = { int32: ['int64'], float: ['double'] };

/** Keywords that are judged here. */
export const BOUND_KEYWORDS: readonly string[] = [
  ...BOUNDS.map(({ keyword }) => keyword),
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['pattern', 'format', 'multipleOf', 'uniqueItems'],
];

/**
 * How bounds, patterns and formats differ.
 *
 * @param shared kinds of values that both accept: of the others no bound is compared
 */
export function compareBounds(
  old: JsonObject,
  now: JsonObject,
  shared: ReadonlySet<ValueKind>,
): readonly Difference[] {
  const isNumber = shared.has('integer') || shared.has('fraction');
  return [
    ...BOUNDS.filter(({ of }) => shared.has(of)).flatMap(({ keyword, least }) =>
      compareLimit(keyword, least, numberAt(old, keyword), numberAt(now, keyword)),
    ),
    ...(isNumber ? [...compareRange(old, now, true), ...compareRange(old, now, false)] : []),
    ...(isNumber ? compareSteps(old, now) : []),
    ...(shared.has('string') ? compareText(old, now, 'pattern') : []),
    ...(shared.has('string') || isNumber ? compareText(old, now, 'format') : []),
    ...(shared.has('array') ? compareUnique(old, now) : []),
  ];
}

function compareLimit(
  keyword: string,
  least: boolean,
  before: number | undefined,
  after: number | undefined,
): readonly Difference[] {
  const unbounded = least ? -Infinity : Infinity;
  const [from, to] = [before ?? unbounded, after ?? unbounded];
  if (from === to) return [];
  const effect: Effect = to > from === least ? 'narrowed' : 'widened';
  return [difference(keyword, effect, `${keyword} ${before ?? 'none'} became ${after ?? 'none'}`)];
}

/** A limit of numbers; an exclusive one is a little tighter than an inclusive one of the same number. */
interface Limit {
  readonly value: number;
  readonly exclusive: boolean;
}

function compareRange(old: JsonObject, now: JsonObject, least: boolean): readonly Difference[] {
  const [before, after] = [limitOf(old, least), limitOf(now, least)];
  if (before.value === after.value && before.exclusive === after.exclusive) return [];
  const tighter =
    before.value === after.value ? after.exclusive : after.value > before.value === least;
  const keyword = least ? 'minimum' : 'maximum';
  const text = `${keyword} ${shown(before)} became ${shown(after)}`;
  return [difference(keyword, tighter ? 'narrowed' : 'widened', text)];
}

/** The tighter of the inclusive and the exclusive limit; OpenAPI 3.0 has a boolean for the second. */
function limitOf(schema: JsonObject, least: boolean): Limit {
  const [inclusiveKey, exclusiveKey] = least
    ? ['minimum', 'exclusiveMinimum']
    : ['maximum', 'exclusiveMaximum'];
  const unbounded = least ? -Infinity : Infinity;
  const inclusive = numberAt(schema, inclusiveKey) ?? unbounded;
  if (ownValue(schema, exclusiveKey) === true) return { value: inclusive, exclusive: true };
  const exclusive = numberAt(schema, exclusiveKey) ?? unbounded;
  const isTighter =
    exclusive !== unbounded && (least ? exclusive >= inclusive : exclusive <= inclusive);
  return isTighter ? { value: exclusive, exclusive: true } : { value: inclusive, exclusive: false };
}

function shown({ value, exclusive }: Limit): string {
  if (!Number.isFinite(value)) return 'none';
  return exclusive ? `${value} (exclusive)` : `${value}`;
}

function compareSteps(old: JsonObject, now: JsonObject): readonly Difference[] {
  const [before, after] = [numberAt(old, 'multipleOf'), numberAt(now, 'multipleOf')];
  if (before === after) return [];
  return [
    difference(
      'multipleOf',
      stepEffect(before, after),
      `multipleOf ${before ?? 'none'} became ${after ?? 'none'}`,
    ),
  ];
}

/** Multiples of 4 are multiples of 2; of fractions nothing is said, because their remainders are not exact. */
function stepEffect(before: number | undefined, after: number | undefined): Effect {
  if (after === undefined) return 'widened';
  if (before === undefined) return 'narrowed';
  if (!Number.isInteger(before) || !Number.isInteger(after)) return 'changed';
  if (before % after === 0) return 'widened';
  return after % before === 0 ? 'narrowed' : 'changed';
}

function compareText(
  old: JsonObject,
  now: JsonObject,
  keyword: 'pattern' | 'format',
): readonly Difference[] {
  const [before, after] = [textAt(old, keyword), textAt(now, keyword)];
  if (before === after) return [];
  return [
    difference(
      keyword,
      textEffect(before, after),
      `${keyword} ${before ?? 'none'} became ${after ?? 'none'}`,
    ),
  ];
}

function textEffect(before: string | undefined, after: string | undefined): Effect {
  if (before === undefined) return 'narrowed';
  if (after === undefined || WIDER[before]?.includes(after)) return 'widened';
  return WIDER[after]?.includes(before) ? 'narrowed' : 'changed';
}

function compareUnique(old: JsonObject, now: JsonObject): readonly Difference[] {
  const [before, after] = [
    ownValue(old, 'uniqueItems') === true,
    ownValue(now, 'uniqueItems') === true,
  ];
  if (isSame(before, after)) return [];
  const text = after ? 'items must differ now' : 'items may be equal now';
  return [difference('uniqueItems', after ? 'narrowed' : 'widened', text)];
}
