import type { JsonObject, JsonValue } from '../../document';
import { isObject, listAt, objectAt, ownValue, textAt } from '../json';
import { lookUp } from '../json-schema/expand';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** A parameter of an operation. */
export interface Parameter {
  /** Name as it is sent; of headers in lower case, of the path by its place. */
  readonly name: string;
  /** `path`, `query`, `header` or `cookie`. */
  readonly place: string;
  /** Whether it has to be sent. */
  readonly required: boolean;
  /** The parameter as declared. */
  readonly json: JsonObject;
}

/** An operation of an OpenAPI document. */
export interface HttpOperation {
  /** Its `operationId`, else method and path. */
  readonly id: string;
  /** Method and path: `GET /orders/{orderId}`. */
  readonly place: string;
  /** The operation as declared. */
  readonly json: JsonObject;
  /** Parameters by place and name. */
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** The operations by method and path; the names of the path's parameters make no difference. */
export function readOperations(root: JsonObject): ReadonlyMap<string, HttpOperation> {
  const operations = new Map<string, HttpOperation>();
  for (const [path, declared] of Object.entries(objectAt(root, 'paths'))) {
    const item = followed(declared, root);
    for (const method of METHODS) {
      const json = ownValue(item, method);
      if (!isObject(json)) continue;
      const place = `${method.toUpperCase()} ${path}`;
      operations.set(place.replaceAll(/[{][^}]*[}]/g, '{}'), {
        ...{ id: textAt(json, 'operationId') ?? place, place, json },
        parameters: readParameters(
          path,
          [...listAt(item, 'parameters'), ...listAt(json, 'parameters')],
          root,
        ),
      });
    }
  }
  return operations;
}

/** A declared thing, or what it refers to. */
export function followed(declared: JsonValue | undefined, root: JsonObject): JsonObject {
  let value = declared;
  for (let hops = 0; isObject(value) && hops < MOST_HOPS; hops += 1) {
    const reference = textAt(value, '$ref');
    if (reference === undefined) return value;
    value = lookUp(reference, root);
  }
  return {};
}

/** A reference to a reference to a reference is followed no further than this: it may lead back. */
const MOST_HOPS = 20;

/** Parameters of the operation stand before those of its path of the same name. */
function readParameters(
  path: string,
  declared: readonly JsonValue[],
  root: JsonObject,
): ReadonlyMap<string, Parameter> {
  const order = [...path.matchAll(/[{]([^}]*)[}]/g)].map(([, name]) => name ?? '');
  const parameters = new Map<string, Parameter>();
  for (const one of declared) {
    const json = followed(one, root);
    const place = textAt(json, 'in') ?? '';
    const said = textAt(json, 'name') ?? '';
    const name = place === 'header' ? said.toLowerCase() : said;
    const key = place === 'path' ? `path ${order.indexOf(said)}` : `${place} ${name}`;
    parameters.set(key, { name, place, json, required: ownValue(json, 'required') === true });
  }
  return parameters;
}
