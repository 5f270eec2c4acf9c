import type { JsonObject, JsonValue } from '../document';
import { isObject, objectAt, ownValue, textAt } from '../evolution/json';
import { resolvePointer, rewriteReferences } from '../text/references';
import { escapePointer } from '../text/structured-text';
import { upgradeSchema } from './upgrade-schema';

/** Parts of documents that are carried into another, under names that tell whose they are. */
export interface Carried {
  /** Parts by kind of component and name. */
  readonly components: Map<string, Map<string, JsonValue>>;
}

/** Carries a part of a service's document with all that it refers to: gives the part as it stands in the other. */
export type Carry = (value: JsonValue) => JsonValue;

/** Where what is no component is carried to. */
const OTHER = 'x-bundled';

/** Makes what carries parts of one service's document. */
export function carryFrom(root: JsonObject, service: string, into: Carried): Carry {
  const isOld = textAt(root, 'openapi')?.startsWith('3.0.') === true;
  const carry: Carry = (value) => {
    const renamed = rewriteReferences(value, (target) => {
      const { kind, name } = newPlace(target, service);
      const parts = into.components.get(kind) ?? new Map<string, JsonValue>();
      into.components.set(kind, parts);
      if (!parts.has(name)) {
        // Kept before it is filled: a part may refer to itself.
        parts.set(name, {});
        parts.set(name, carry(resolvePointer(root, target)?.value ?? {}));
      }
      return kind === OTHER
        ? `#/${OTHER}/${escapePointer(name)}`
        : `#/components/${kind}/${escapePointer(name)}`;
    });
    return isOld ? upgradeSchema(renamed) : renamed;
  };
  return carry;
}

/** Security requirements with the schemes of a service, which are carried too. */
export function carrySecurity(
  root: JsonObject,
  service: string,
  security: JsonValue,
  into: Carried,
): JsonValue {
  if (!Array.isArray(security)) return [];
  const declared = objectAt(objectAt(root, 'components'), 'securitySchemes');
  const schemes = into.components.get('securitySchemes') ?? new Map<string, JsonValue>();
  const carry = carryFrom(root, service, into);
  const renamed = security.filter(isObject).map((requirement) => {
    const entries = Object.entries(requirement).map(([name, scopes]) => {
      const known = `${service}.${name}`;
      if (!schemes.has(known)) schemes.set(known, carry(ownValue(declared, name) ?? {}));
      return [known, scopes] as const;
    });
    return Object.fromEntries(entries);
  });
  if (schemes.size > 0) into.components.set('securitySchemes', schemes);
  return renamed;
}

/** A component keeps its kind; everything else is known by the whole way to it. */
function newPlace(
  target: string,
  service: string,
): { readonly kind: string; readonly name: string } {
  const component = /^#\/components\/(?<kind>[^/]+)\/(?<name>[^/]+)$/.exec(target)?.groups;
  if (component)
    return { kind: component['kind'] ?? '', name: `${service}.${component['name'] ?? ''}` };
  return { kind: OTHER, name: `${service}.${target.replace(/^#\/?/, '').replaceAll('/', '.')}` };
}
