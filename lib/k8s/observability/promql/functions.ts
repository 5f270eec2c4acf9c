/** What an expression gives: one number, a text, a value for each series, or many values for each. */
export type ValueType = 'scalar' | 'string' | 'instant vector' | 'range vector';

/** A type for people, with its article. */
export function describeType(type: ValueType): string {
  return type === 'instant vector' ? `an ${type}` : `a ${type}`;
}

/** What a function takes and gives. */
export interface Signature {
  /** Types of its arguments, in order. */
  readonly takes: readonly ValueType[];
  /** How many of them may be left out, from the end. */
  readonly optional: number;
  /** Whether the last one may be repeated. */
  readonly repeats: boolean;
  /** What it gives. */
  readonly gives: ValueType;
}

const SCALAR = 'scalar';
const TEXT = 'string';
const INSTANT = 'instant vector';
const RANGE = 'range vector';

function signature(
  takes: readonly ValueType[],
  gives: ValueType = INSTANT,
  { optional = 0, repeats = false } = {},
): Signature {
  return { takes, gives, optional, repeats };
}

function each(names: readonly string[], one: Signature): readonly (readonly [string, Signature])[] {
  return names.map((name) => [name, one]);
}

/**
 * The functions of Prometheus 2.42 and of all later versions. What came later, or is experimental, is left out: rules must
 * be read by whatever version a cluster runs.
 *
 * @see https://prometheus.io/docs/prometheus/2.55/querying/functions/
 */
export const FUNCTIONS: ReadonlyMap<string, Signature> = new Map([
  ...each(
    [
      ...['abs', 'absent', 'acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'ceil', 'cos'],
      ...['cosh', 'deg', 'exp', 'floor', 'ln', 'log10', 'log2', 'rad', 'sgn', 'sin', 'sinh'],
      ...['sort', 'sort_desc', 'sqrt', 'tan', 'tanh', 'timestamp'],
    ],
    signature([INSTANT]),
  ),
  ...each(
    [
      ...['absent_over_time', 'avg_over_time', 'changes', 'count_over_time', 'delta', 'deriv'],
      ...['idelta', 'increase', 'irate', 'last_over_time', 'max_over_time', 'min_over_time'],
      ...['present_over_time', 'rate', 'resets', 'stddev_over_time', 'stdvar_over_time'],
      ...['sum_over_time'],
    ],
    signature([RANGE]),
  ),
  ...each(
    [
      ...['day_of_month', 'day_of_week', 'day_of_year', 'days_in_month', 'hour', 'minute'],
      ...['month', 'year'],
    ],
    signature([INSTANT], INSTANT, { optional: 1 }),
  ),
  ...each(['clamp_max', 'clamp_min'], signature([INSTANT, SCALAR])),
  ['clamp', signature([INSTANT, SCALAR, SCALAR])],
  ['histogram_quantile', signature([SCALAR, INSTANT])],
  ['label_join', signature([INSTANT, TEXT, TEXT, TEXT], INSTANT, { optional: 1, repeats: true })],
  ['label_replace', signature([INSTANT, TEXT, TEXT, TEXT, TEXT])],
  ['pi', signature([], SCALAR)],
  ['predict_linear', signature([RANGE, SCALAR])],
  ['quantile_over_time', signature([SCALAR, RANGE])],
  ['round', signature([INSTANT, SCALAR], INSTANT, { optional: 1 })],
  ['scalar', signature([INSTANT], SCALAR)],
  ['time', signature([], SCALAR)],
  ['vector', signature([SCALAR])],
]);

/** Aggregations, and what each takes beside the vector. */
export const AGGREGATIONS: ReadonlyMap<string, ValueType | undefined> = new Map([
  ...['sum', 'min', 'max', 'avg', 'group', 'stddev', 'stdvar', 'count'].map(
    (name) => [name, undefined] as const,
  ),
  ...['topk', 'bottomk', 'quantile'].map((name) => [name, SCALAR] as const),
  ['count_values', TEXT],
]);
