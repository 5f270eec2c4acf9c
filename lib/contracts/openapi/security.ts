import type { OperationTerms } from '../../model/operation-terms';
import type { JsonObject, JsonValue } from '../document';
import { isList, isObject, objectAt, ownValue, textAt, textsAt } from '../evolution/json';
import type { Report } from '../reading';
import { follow } from '../text/references';
import { escapePointer } from '../text/structured-text';

/** Schemes whose requirements name what the token must allow. */
const WITH_SCOPES: ReadonlySet<string> = new Set(['oauth2', 'openIdConnect', 'http']);

/**
 * Whether an operation has to be asked for with proof, and with which scopes. Requirements are alternatives: with `{}`
 * among them no proof is needed, and of several only the scopes that all of them name are sure.
 *
 * @param declared `security` of the operation, else of the document
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function readSecurity(
  root: JsonObject,
  declared: JsonValue | undefined,
  at: string,
  report: Report,
): Pick<OperationTerms, 'authenticated' | 'scopes'> {
  if (!isList(declared)) return {};
  const schemes = objectAt(objectAt(root, 'components'), 'securitySchemes');
  const alternatives = declared.filter(isObject);
  for (const [index, requirement] of alternatives.entries()) {
    for (const name of Object.keys(requirement)) {
      if (Object.hasOwn(schemes, name)) continue;
      report(
        `${at}/${index}/${escapePointer(name)}`,
        `names the security scheme '${name}', which is not declared`,
        'declare it in components.securitySchemes',
      );
    }
  }
  if (alternatives.length === 0 || alternatives.some((each) => Object.keys(each).length === 0))
    return { authenticated: false };
  const [first = new Set<string>(), ...others] = alternatives.map((requirement) =>
    scopesOf(root, schemes, requirement),
  );
  const scopes = [...first].filter((scope) => others.every((each) => each.has(scope))).sort();
  return { authenticated: true, ...(scopes.length > 0 && { scopes }) };
}

function scopesOf(
  root: JsonObject,
  schemes: JsonObject,
  requirement: JsonObject,
): ReadonlySet<string> {
  const scopes = Object.keys(requirement).flatMap((name) => {
    const scheme = follow(root, ownValue(schemes, name), '')?.value ?? {};
    return WITH_SCOPES.has(textAt(scheme, 'type') ?? '') ? textsAt(requirement, name) : [];
  });
  return new Set(scopes);
}
