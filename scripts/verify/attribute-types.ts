import { isJson, type Json } from './stack-files';

const EXPRESSION = /^\$\{[^]*\}$/;

/**
 * Says why a value cannot become one of a type as `terraform providers schema -json` writes it (`"string"`,
 * `["list", "string"]`, `["object", {...}]`), or nothing when it can: Terraform turns numbers and booleans into texts,
 * and texts that look like them back.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion
 */
export function typeProblem(type: unknown, value: unknown): string | undefined {
  if (value === null || isExpression(value)) return undefined;
  if (typeof type === 'string')
    return PRIMITIVES[type]?.(value) === false ? `needs a ${type}, not ${show(value)}` : undefined;
  const [kind, inner] = Array.isArray(type) ? (type as readonly unknown[]) : [];
  return COLLECTIONS[String(kind)]?.(inner, value);
}

/** What becomes a value of each collection, and its items of their type. */
const COLLECTIONS: Readonly<
  Record<string, (inner: unknown, value: unknown) => string | undefined>
> = {
  list: listProblem,
  set: listProblem,
  map: (inner, value) =>
    isJson(value) ? itemProblem(inner, Object.values(value)) : `needs a map, not ${show(value)}`,
  object: (inner, value) =>
    isJson(value) ? objectProblem(inner, value) : `needs an object, not ${show(value)}`,
};

function listProblem(inner: unknown, value: unknown): string | undefined {
  return Array.isArray(value) ? itemProblem(inner, value) : `needs a list, not ${show(value)}`;
}

/** Whether only Terraform knows the value: all of it is one expression. */
export function isExpression(value: unknown): boolean {
  return typeof value === 'string' && EXPRESSION.test(value);
}

/** What becomes a value of each primitive type. */
const PRIMITIVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: isScalar,
  number: (value) => isScalar(value) && isNumber(value),
  bool: (value) => [true, false, 'true', 'false'].some((one) => one === value),
};

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isNumber(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
}

function objectProblem(attributes: unknown, value: Json): string | undefined {
  const types = isJson(attributes) ? attributes : {};
  const unknown = Object.keys(value).find((name) => !(name in types));
  if (unknown !== undefined) return `has no attribute '${unknown}'`;
  const missing = Object.keys(types).find((name) => !(name in value));
  if (missing !== undefined) return `misses its attribute '${missing}'`;
  return first(Object.entries(value).map(([name, item]) => typeProblem(types[name], item)));
}

function itemProblem(type: unknown, items: readonly unknown[]): string | undefined {
  return first(items.map((item) => typeProblem(type, item)));
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
