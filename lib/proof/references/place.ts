/** A value somewhere in an object, and the way there. */
export interface Place {
  /** For example `spec.ports[0].targetPort`. */
  readonly path: string;
  /** What stands there; nothing when the way ends before. */
  readonly value: unknown;
}

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The place that is reached by these keys. */
export function field({ path, value }: Place, ...keys: readonly string[]): Place {
  return {
    path: [path, ...keys].filter((part) => part !== '').join('.'),
    value: keys.reduce<unknown>((at, key) => (isJson(at) ? at[key] : undefined), value),
  };
}

/** The items of a list; none when there is no list. */
export function items({ path, value }: Place): readonly Place[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown, index) => ({ path: `${path}[${index}]`, value: item }));
}

/** The items of a list below a place. */
export function itemsAt(place: Place, ...keys: readonly string[]): readonly Place[] {
  return items(field(place, ...keys));
}

/** The values of an object, by key. */
export function entries(place: Place): readonly (readonly [string, Place])[] {
  if (!isJson(place.value)) return [];
  return Object.keys(place.value).map((key) => [key, field(place, key)]);
}

/** The text below a place, when there is one. */
export function textAt(place: Place, ...keys: readonly string[]): string | undefined {
  const { value } = field(place, ...keys);
  return typeof value === 'string' ? value : undefined;
}

/** Texts by key: labels, for example. */
export function textsAt(place: Place, ...keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    entries(field(place, ...keys)).flatMap(([key, { value }]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  );
}
