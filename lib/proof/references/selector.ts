import { entries, field, items, itemsAt, textAt, textsAt, type Place } from './place';

/** Labels by which something is selected. */
export interface Selector {
  /** Labels that must have these values. */
  readonly labels: ReadonlyMap<string, string>;
  /** What else must hold. */
  readonly expressions: readonly Expression[];
}

interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly unknown[];
}

/** Reads a label selector: of `matchLabels` and `matchExpressions`. */
export function readSelector(place: Place): Selector {
  return {
    labels: textsAt(place, 'matchLabels'),
    expressions: itemsAt(place, 'matchExpressions').map((one) => ({
      key: textAt(one, 'key') ?? '',
      operator: textAt(one, 'operator') ?? '',
      values: items(field(one, 'values')).map(({ value }) => value),
    })),
  };
}

/** Reads a selector that is a map of labels and nothing else. */
export function readLabels(place: Place): Selector {
  return { labels: textsAt(place), expressions: [] };
}

/** Whether a selector selects what bears these labels. */
export function selects(
  { labels, expressions }: Selector,
  of: ReadonlyMap<string, string>,
): boolean {
  for (const [key, value] of labels) if (of.get(key) !== value) return false;
  return expressions.every(({ key, operator, values }) => {
    switch (operator) {
      case 'In':
        return of.has(key) && values.includes(of.get(key));
      case 'NotIn':
        return !values.includes(of.get(key));
      case 'Exists':
        return of.has(key);
      case 'DoesNotExist':
        return !of.has(key);
      default:
        return false;
    }
  });
}

/** A selector for people. */
export function describeSelector({ labels, expressions }: Selector): string {
  return [
    ...[...labels].map(([key, value]) => `${key}=${value}`),
    ...expressions.map(
      ({ key, operator, values }) =>
        `${key} ${operator}${values.length === 0 ? '' : ` (${values.join(', ')})`}`,
    ),
  ].join(', ');
}

/** Whether something is selected at a place at all: an empty selector selects everything, and is no reference. */
export function hasSelector(place: Place): boolean {
  return entries(place).length > 0;
}
