import { isJson, type Json } from '../stack-files';

/** How a schema is closed. */
export interface StrictOptions {
  /**
   * Whether an object without any properties takes none: so it is with custom resources, whose unknown fields are
   * pruned; of built-in kinds it means that anything goes.
   */
  readonly closeEmpty: boolean;
}

/** Keywords below which a schema only adds conditions, and says nothing of which fields there are. */
const LISTS_OF_CONDITIONS = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * Closes a schema of Kubernetes: at every level that lists its fields, and does not preserve unknown ones, there are
 * no others, as with `kubectl apply --validate=strict`.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning
 */
export function toStrict(schema: unknown, options: StrictOptions): Json {
  if (!isJson(schema)) return {};
  const inner = (value: unknown): Json => toStrict(value, options);
  const intOrString = schema['x-kubernetes-int-or-string'] === true;
  const { type, properties, additionalProperties, items, ...rest } = schema;
  return {
    ...rest,
    ...conditions(rest, intOrString),
    ...(type !== undefined && !intOrString && { type }),
    ...(isJson(properties) && { properties: mapValues(properties, inner) }),
    ...(isJson(items) && { items: inner(items) }),
    ...(isJson(additionalProperties) && { additionalProperties: inner(additionalProperties) }),
    ...(typeof additionalProperties === 'boolean' && { additionalProperties }),
    ...(isClosed(schema, options) && { additionalProperties: false }),
  };
}

function isClosed(schema: Json, { closeEmpty }: StrictOptions): boolean {
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return false;
  if (schema['additionalProperties'] !== undefined) return false;
  return isJson(schema['properties']) || (closeEmpty && schema['type'] === 'object');
}

/** Conditions stay as they are; a value that may be a number or a text is one of the two. */
function conditions(schema: Json, intOrString: boolean): Json {
  if (!intOrString || LISTS_OF_CONDITIONS.some((keyword) => keyword in schema)) return {};
  return { anyOf: [{ type: 'integer' }, { type: 'string' }] };
}

function mapValues(object: Json, to: (value: unknown) => Json): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, to(value)]));
}

/** How many rules of CEL stand in a schema: only an API server runs them. */
export function countCelRules(schema: unknown): number {
  if (Array.isArray(schema))
    return schema.reduce<number>((sum, one) => sum + countCelRules(one), 0);
  if (!isJson(schema)) return 0;
  return Object.entries(schema).reduce(
    (sum, [key, value]) =>
      sum +
      (key === 'x-kubernetes-validations' && Array.isArray(value)
        ? value.length
        : countCelRules(value)),
    0,
  );
}
