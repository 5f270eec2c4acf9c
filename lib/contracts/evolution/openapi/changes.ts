import type { ContractDocument, JsonObject } from '../../document';
import type { ChangeDetail, ContractChange } from '../contract-change';
import { isSame, ownValue } from '../json';
import { compareRequestBody, compareResponses, type Roots } from './bodies';
import { breaks, safe, unjudged } from './http-change';
import { readOperations, type HttpOperation } from './operations';
import { compareParameters } from './parameters';
import { schemaComparisons, type SchemaComparisons } from './schemas';
import { compareSecurity } from './security';

/**
 * What changed in an OpenAPI document since it was released, operation by operation. Operations are the same where
 * method and path are; the names of a path's parameters make no difference.
 */
export function openApiChanges(
  released: JsonObject,
  { file, content }: ContractDocument,
): readonly ContractChange[] {
  const [before, after] = [readOperations(released), readOperations(content)];
  const roots: Roots = { oldRoot: released, newRoot: content };
  const schemas = schemaComparisons(released, content);
  const places = [...new Set([...before.keys(), ...after.keys()])].sort();
  return places.flatMap((place) => {
    const [old, now] = [before.get(place), after.get(place)];
    const operation = (old ?? now)?.id ?? place;
    return compareOperation(old, now, schemas, roots).map((detail) => ({
      file,
      operation,
      ...detail,
    }));
  });
}

function compareOperation(
  old: HttpOperation | undefined,
  now: HttpOperation | undefined,
  schemas: SchemaComparisons,
  roots: Roots,
): readonly ChangeDetail[] {
  if (old === undefined)
    return now === undefined
      ? []
      : [safe('http-operation-added', 'producers-first', `${now.place} is new`)];
  if (now === undefined)
    return [
      {
        ...breaks('http-operation-removed', 'consumers-first', `${old.place} is gone`),
        removed: true,
      },
    ];
  return [
    ...compareNames(old, now),
    ...compareParameters(old, now, schemas),
    ...compareRequestBody(old, now, schemas, roots),
    ...compareResponses(old, now, schemas, roots),
    ...compareSecurity(old, now, roots),
    ...compareOthers(old, now),
  ];
}

function compareNames(old: HttpOperation, now: HttpOperation): readonly ChangeDetail[] {
  const changes: ChangeDetail[] = [];
  // On the wire nothing changed; whoever generates code from the document has another name to call.
  if (old.id !== now.id)
    changes.push(safe('http-operation-id', 'any', `operationId ${old.id} became ${now.id}`));
  if (ownValue(old.json, 'deprecated') !== true && ownValue(now.json, 'deprecated') === true)
    changes.push(safe('http-operation-deprecated', 'any', `${now.place} is deprecated`));
  return changes;
}

/** Parts of an operation of which no rule says what a change means. */
function compareOthers(old: HttpOperation, now: HttpOperation): readonly ChangeDetail[] {
  return ['callbacks', 'servers']
    .filter((key) => !isSame(ownValue(old.json, key), ownValue(now.json, key)))
    .map((key) => unjudged(`http-${key}`, `${key} changed, which cannot be judged`));
}
