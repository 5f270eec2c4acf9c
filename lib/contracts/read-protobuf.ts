import type protobuf from 'protobufjs';
import { digestOf } from './digest';
import type { JsonObject } from './document';
import { loadParser, missingParser } from './parsers';
import { placeOf } from './place';
import type { ContractProblem } from './problem';
import { checkOptionNames, optionValues } from './protobuf/declared-options';
import { loadProto, parseText, type LoadedProto, type ProtobufJs } from './protobuf/load';
import { messageFields } from './protobuf/messages';
import { OPTIONS_FILE } from './protobuf/options';
import { packageOf, printMessage } from './protobuf/print';
import { readService } from './protobuf/services';
import type { ContractReading, EventContract, GrpcContract, ReadOptions, Report } from './reading';

/**
 * Reads services and events in Protobuf, by protobufjs. A message is an event that has `option (groundplan.event) =
 * true`; a file that has neither services nor events is there to be imported.
 *
 * @param file absolute path or file URL
 * @see https://protobuf.dev/reference/protobuf/proto3-spec/
 */
export async function readProtobuf(
  file: URL | string,
  options: ReadOptions = {},
): Promise<ContractReading> {
  const place = placeOf(file, options);
  const module = await loadParser(() => import('protobufjs'));
  if (module === undefined) return { ok: false, problems: [missingParser(place.file, 'protobuf')] };
  const parser = module.default;
  const problems: ContractProblem[] = [];
  const loaded = loadProto(parser, place, (of, at, problem, fix) => {
    problems.push({ file: of, at, problem, fix });
  });
  if (loaded === undefined) return { ok: false, problems };
  const seen = new Set<string>();
  const report: Report = (at, problem, fix) => {
    // A message that is used by several methods is wrong once.
    if (seen.has(problem)) return;
    seen.add(problem);
    problems.push({ file: place.file, at, problem, fix });
  };
  const own = declaredIn(parser, loaded);
  const operations = own.services.map((service): GrpcContract =>
    readService(parser, service, report),
  );
  const events = own.messages.flatMap((message) => readEvent(parser, message, report));
  checkImport(loaded, place.file, report);
  if (problems.length > 0) return { ok: false, problems };
  const document = {
    kind: 'protobuf',
    file: place.file,
    digest: digestOf(place.file, loaded.texts),
    content: toJson(loaded.root),
  } as const;
  const { usesOptions } = loaded;
  return { ok: true, contract: { document, operations, events, usesOptions } };
}

/** The event that a text in Protobuf describes: its first message. What is wrong with it is reported. */
export async function protobufEvent(
  text: string,
  file: string,
  report: Report,
): Promise<EventContract | { readonly missing: ContractProblem } | undefined> {
  const module = await loadParser(() => import('protobufjs'));
  if (module === undefined) return { missing: missingParser(file, 'protobuf') };
  const parser = module.default;
  const loaded = parseText(parser, text, report);
  const [message] = loaded === undefined ? [] : declaredIn(parser, loaded).messages;
  if (message !== undefined) return eventOf(parser, message, report);
  if (loaded !== undefined) report('', 'declares no message', 'declare the event first');
  return undefined;
}

/** The services and messages that a file itself declares. */
function declaredIn(
  parser: ProtobufJs,
  { root, own }: Pick<LoadedProto, 'root' | 'own'>,
): { readonly services: readonly protobuf.Service[]; readonly messages: readonly protobuf.Type[] } {
  const services: protobuf.Service[] = [];
  const messages: protobuf.Type[] = [];
  const visit = (namespace: protobuf.NamespaceBase): void => {
    for (const nested of namespace.nestedArray) {
      if (nested instanceof parser.Namespace) visit(nested);
      if (!own.has(nested.fullName)) continue;
      if (nested instanceof parser.Service) services.push(nested);
      if (nested instanceof parser.Type) messages.push(nested);
    }
  };
  visit(root);
  return { services, messages };
}

function readEvent(
  parser: ProtobufJs,
  message: protobuf.Type,
  report: Report,
): readonly EventContract[] {
  checkOptionNames(message, 'message', report);
  messageFields(parser, message, report);
  return optionValues(message, 'event').at(-1) === true ? [eventOf(parser, message, report)] : [];
}

function eventOf(parser: ProtobufJs, message: protobuf.Type, report: Report): EventContract {
  const name = message.fullName.replace(/^\./, '');
  const foreign = foreignTypes(parser, message, packageOf(message));
  if (message.parent instanceof parser.Type)
    report('', `event ${name} stands inside a message`, 'declare it outside');
  if (foreign.length > 0)
    report(
      '',
      `event ${name} has fields of other packages: ${foreign.join(', ')}`,
      'declare them in the package of the event: a registry takes one file',
    );
  const fields = messageFields(parser, message, report);
  return { name, format: 'PROTOBUF', fields, schema: printMessage(parser, message) };
}

/** Types of another package that a message is made of; common ones of Google are known everywhere. */
function foreignTypes(parser: ProtobufJs, message: protobuf.Type, home: string): readonly string[] {
  const seen = new Set<protobuf.Type | protobuf.Enum>([message]);
  for (const type of seen) {
    if (!(type instanceof parser.Type)) continue;
    for (const { resolvedType } of type.fieldsArray) if (resolvedType) seen.add(resolvedType);
  }
  const names = [...seen].map(({ fullName }) => fullName.replace(/^\./, ''));
  return names.filter(
    (name) => !name.startsWith(`${home}.`) && !name.startsWith('google.protobuf.'),
  );
}

/** Other tools look the options up: without the import they refuse the file. */
function checkImport({ usesOptions, texts }: LoadedProto, file: string, report: Report): void {
  if (usesOptions || !/\(\s*\.?groundplan\./.test(texts.get(file) ?? '')) return;
  report('', `uses options of groundplan without importing them`, `import "${OPTIONS_FILE}"`);
}

/** By way of text: what protobufjs gives has prototypes of its own. */
function toJson(root: protobuf.Root): JsonObject {
  return JSON.parse(JSON.stringify(root.toJSON({ keepComments: false }))) as JsonObject;
}
