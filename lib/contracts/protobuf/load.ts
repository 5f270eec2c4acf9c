import type protobuf from 'protobufjs';
import { readText, type Place } from '../place';
import type { Report } from '../reading';
import type { FileReport } from '../text/bundle';
import { lineAndColumn } from '../text/structured-text';
import { placeOfError } from './error-place';
import { importsIn, type ProtoImport } from './imports';
import { OPTIONS_FILE } from './options';

/** The package that parses Protobuf. */
export type ProtobufJs = typeof protobuf;

/** A file with all that it imports. */
export interface LoadedProto {
  /** Everything declared, types looked up. */
  readonly root: protobuf.Root;
  /** Full names of the services and messages that the file itself declares: what it imports is in the same tree. */
  readonly own: ReadonlySet<string>;
  /** Texts by path from the contracts' folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether our options are imported somewhere. */
  readonly usesOptions: boolean;
}

/** Parses a text that imports nothing but common types. */
export function parseText(
  parser: ProtobufJs,
  text: string,
  report: Report,
): Pick<LoadedProto, 'root' | 'own'> | undefined {
  const root = new parser.Root();
  const fail: FileReport = (_file, at, problem, fix) => {
    report('', at === '' ? problem : `${at} ${problem}`, fix);
  };
  if (parseOne(parser, root, '', text, fail) === undefined) return undefined;
  const own = namesIn(parser, root);
  for (const { path } of importsIn(text)) addCommon(parser, root, path);
  return resolveAll(root, '', new Map([['', text]]), fail) ? { root, own } : undefined;
}

/** Full names of the services and messages below a namespace. */
function namesIn(parser: ProtobufJs, namespace: protobuf.NamespaceBase): ReadonlySet<string> {
  const names = namespace.nestedArray.flatMap((nested) => [
    ...(nested instanceof parser.Service || nested instanceof parser.Type ? [nested.fullName] : []),
    ...(nested instanceof parser.Namespace ? namesIn(parser, nested) : []),
  ]);
  return new Set(names);
}

/** Files that are known without being in the folder: what they declare is built in, or is options alone. */
const KNOWN = new Set([
  OPTIONS_FILE,
  'google/api/annotations.proto',
  'google/api/http.proto',
  'google/protobuf/descriptor.proto',
]);

/** Parses a file with all local files that it imports; what is wrong is reported at its line and column. */
export function loadProto(
  parser: ProtobufJs,
  { folder, file }: Place,
  report: FileReport,
): LoadedProto | undefined {
  const root = new parser.Root();
  const texts = new Map<string, string>();
  const known = new Set<string>();
  const problems: Parameters<FileReport>[] = [];
  const fail: FileReport = (...problem) => {
    problems.push(problem);
  };
  const wanted = new Set([file]);
  let own: ReadonlySet<string> | undefined;
  // A set that is walked hands out what is added on the way.
  for (const path of wanted) {
    const text = readText({ folder, file: path });
    if (!text.ok) {
      fail(path, '', text.problem, text.fix);
      continue;
    }
    texts.set(path, text.value);
    parseOne(parser, root, path, text.value, fail);
    // The file itself is parsed first, when nothing else is in the tree.
    own ??= namesIn(parser, root);
    const imports = importsIn(text.value).filter((imported) => !known.has(imported.path));
    for (const imported of imports) known.add(imported.path);
    const foreign = imports.filter(
      (imported) => !KNOWN.has(imported.path) && !addCommon(parser, root, imported.path),
    );
    for (const local of localOnes(folder, path, text.value, foreign, fail)) wanted.add(local);
  }
  if (problems.length === 0) resolveAll(root, file, texts, fail);
  for (const problem of problems) report(...problem);
  if (own === undefined || problems.length > 0) return undefined;
  return { root, own, texts, usesOptions: known.has(OPTIONS_FILE) };
}

/** The imports that are files below the folder; the others are reported. */
function localOnes(
  folder: string,
  file: string,
  text: string,
  imports: readonly ProtoImport[],
  fail: FileReport,
): readonly string[] {
  return imports.flatMap((imported) => {
    const problem = importProblem(folder, imported);
    if (problem === undefined) return imported.path;
    fail(file, lineAndColumn(text, imported.position), problem, IMPORT_FIX);
    return [];
  });
}

/** Adds types that every installation of Protobuf has; gives whether the file is one of theirs. */
function addCommon(parser: ProtobufJs, root: protobuf.Root, path: string): boolean {
  const nested = parser.common.get(path)?.nested;
  if (nested) root.addJSON(nested);
  return nested !== undefined;
}

const IMPORT_FIX = 'write the path from the folder of contracts, of a file that is there';

function importProblem(folder: string, { path }: ProtoImport): string | undefined {
  if (path.startsWith('/') || path.split('/').includes('..'))
    return `imports '${path}', which is outside the folder of contracts`;
  const text = readText({ folder, file: path });
  return text.ok ? undefined : `imports '${path}', which ${text.problem}`;
}

function parseOne(
  parser: ProtobufJs,
  root: protobuf.Root,
  file: string,
  text: string,
  report: FileReport,
): true | undefined {
  const declared =
    /^\s*(?<word>syntax|edition)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/m.exec(text);
  const { word = 'syntax', double, single } = declared?.groups ?? {};
  const said = double ?? single;
  if (declared && said !== 'proto2' && said !== 'proto3') {
    const at = lineAndColumn(text, declared.index + declared[0].search(/\S/));
    report(file, at, `${word} is "${said ?? ''}"`, 'write syntax = "proto3" or "proto2"');
    return undefined;
  }
  try {
    parser.parse(text, root, { keepCase: true });
    return true;
  } catch (error) {
    const { at, problem } = placeOfError(error, text);
    report(file, at, problem, 'correct the file there');
    return undefined;
  }
}

function resolveAll(
  root: protobuf.Root,
  file: string,
  texts: ReadonlyMap<string, string>,
  report: FileReport,
): boolean {
  try {
    root.resolveAll();
    return true;
  } catch (error) {
    const { at, problem } = placeOfError(error, texts.get(file) ?? '');
    report(file, at, problem, 'declare it, or import the file that does');
    return false;
  }
}
