import type { Classification } from '../../model/classification';
import type { ClassifiedMessages } from '../../model/operation-terms';
import type { JsonObject, JsonValue } from '../document';
import { isList, objectAt, ownValue, textAt } from '../evolution/json';
import { readClassification } from '../fields';
import { schemaFields } from '../json-schema/fields';
import type { Report } from '../reading';
import { follow } from '../text/references';
import { escapePointer } from '../text/structured-text';

/** A value and where it stands. */
export interface At {
  readonly value: JsonObject;
  readonly at: string;
}

/** The parameters of an operation: its own, and those of its path that it does not say again. */
export function parametersOf(root: JsonObject, item: At, operation: At): readonly At[] {
  const listed = ({ value, at }: At): readonly At[] => {
    const declared = ownValue(value, 'parameters');
    if (!isList(declared)) return [];
    return declared.flatMap((each, index) => follow(root, each, `${at}/parameters/${index}`) ?? []);
  };
  const key = ({ value }: At): string =>
    `${textAt(value, 'in') ?? ''} ${textAt(value, 'name') ?? ''}`;
  const all = [...listed(item), ...listed(operation)].map((each) => [key(each), each] as const);
  return [...new Map(all).values()];
}

/** Classified fields of what an operation is sent and of what it answers when it succeeds. */
export function readClassified(
  root: JsonObject,
  operation: At,
  parameters: readonly At[],
  report: Report,
): { readonly classified?: ClassifiedMessages } {
  const request = new Map<string, Classification>();
  const response = new Map<string, Classification>();
  for (const parameter of parameters) addParameter(root, parameter, request, report);
  addContent(
    root,
    follow(root, ownValue(operation.value, 'requestBody'), `${operation.at}/requestBody`),
    request,
    report,
  );
  for (const [status, declared] of Object.entries(objectAt(operation.value, 'responses'))) {
    const place = `${operation.at}/responses/${status}`;
    if (/^(2..|default)$/.test(status))
      addContent(root, follow(root, declared, place), response, report);
  }
  if (request.size === 0 && response.size === 0) return {};
  return {
    classified: {
      ...(request.size > 0 && { request: Object.fromEntries(request) }),
      ...(response.size > 0 && { response: Object.fromEntries(response) }),
    },
  };
}

function addParameter(
  root: JsonObject,
  { value, at }: At,
  into: Map<string, Classification>,
  report: Report,
): void {
  const schema = follow(root, ownValue(value, 'schema'), `${at}/schema`);
  const said: JsonValue | undefined =
    ownValue(value, 'x-classification') ?? (schema && ownValue(schema.value, 'x-classification'));
  const read = readClassification(said, 'x-classification', `${at}/x-classification`, report);
  if (read) into.set(textAt(value, 'name') ?? '', read);
}

function addContent(
  root: JsonObject,
  body: At | undefined,
  into: Map<string, Classification>,
  report: Report,
): void {
  if (body === undefined) return;
  for (const [type, declared] of Object.entries(objectAt(body.value, 'content'))) {
    const media = follow(root, declared, `${body.at}/content/${escapePointer(type)}`);
    if (media === undefined) continue;
    const at = `${media.at}/schema`;
    const fields = schemaFields(root, ownValue(media.value, 'schema'), at, report);
    for (const [path, { classification }] of fields)
      if (classification) into.set(path, classification);
  }
}
