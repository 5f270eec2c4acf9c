import { dirname, resolve } from 'node:path';
import type { JsonObject } from '../document';
import { isObject, objectAt } from '../evolution/json';
import { fromFolder, readText, type Place } from '../place';
import type { Report } from '../reading';
import { referencesIn, resolvePointer, rewriteReferences } from './references';
import { escapePointer, parseObject } from './structured-text';

/** A document and the local files that it refers to, as one. */
export interface Bundle {
  /** The document, every `$ref` of it local. */
  readonly content: JsonObject;
  /** Texts by path from the contracts' folder. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Takes what is wrong in one of the files. */
export type FileReport = (file: string, at: string, problem: string, fix: string) => void;

/**
 * Reads a document with all local files it refers to. Those are put whole under one key of it, so that references
 * between them, circles included, stay references.
 *
 * @param under key that takes the files: one that the format leaves to us
 */
export function bundle(place: Place, under: string, report: FileReport): Bundle | undefined {
  const problems: Parameters<FileReport>[] = [];
  const fail: FileReport = (...problem) => {
    problems.push(problem);
  };
  const { parsed, texts } = parseAll(place, fail);
  const main = parsed.get(place.file);
  const content = main && problems.length === 0 ? join(main, place.file, parsed, under) : undefined;
  if (content !== undefined) checkTargets(content, place.file, under, fail);
  for (const problem of problems) report(...problem);
  return content === undefined || problems.length > 0 ? undefined : { content, texts };
}

/** A document and the files it refers to, as far as they can be read. */
function parseAll(
  place: Place,
  fail: FileReport,
): {
  readonly parsed: ReadonlyMap<string, JsonObject>;
  readonly texts: ReadonlyMap<string, string>;
} {
  const parsed = new Map<string, JsonObject>();
  const texts = new Map<string, string>();
  const wanted = new Set([place.file]);
  // A set that is walked hands out what is added on the way.
  for (const file of wanted) {
    const text = readText({ folder: place.folder, file });
    const failHere: Report = (at, problem, fix) => {
      fail(file, at, problem, fix);
    };
    // Only the document itself may be missing: of the others it was said where they are referred to.
    if (!text.ok) failHere('', text.problem, text.fix);
    const value = text.ok ? parseObject(file, text.value, failHere) : undefined;
    if (!text.ok || value === undefined) continue;
    texts.set(file, text.value);
    parsed.set(file, value);
    for (const other of filesOf({ ...place, file }, value, failHere)) wanted.add(other);
  }
  return { parsed, texts };
}

/** Reports references inside a document that lead nowhere. */
function checkTargets(content: JsonObject, file: string, under: string, fail: FileReport): void {
  for (const { at, target } of referencesIn(content)) {
    if (!/^#(\/|$)/.test(target) || resolvePointer(content, target) !== undefined) continue;
    const problem = `refers to '${shownTarget(target, under)}', which is not there`;
    fail(file, at, problem, 'correct the $ref');
  }
}

/** The local files that a document refers to; references elsewhere are reported. */
function filesOf({ folder, file }: Place, value: JsonObject, report: Report): readonly string[] {
  return [...referencesIn(value)].flatMap(({ at, target }) => {
    const [path = ''] = target.split('#');
    if (path === '') return [];
    if (/^[A-Za-z][A-Za-z0-9+.-]*:|^\/\//.test(path)) {
      report(
        at,
        `refers to '${target}', which is not a local file`,
        'copy it into the folder and refer to that file',
      );
      return [];
    }
    const found = fromFolder(folder, resolve(folder, dirname(file), decoded(path)));
    if (found === undefined) {
      report(
        at,
        `refers to '${target}', which is outside the folder of contracts`,
        'move it into the folder',
      );
      return [];
    }
    const text = readText({ folder, file: found });
    if (!text.ok) {
      report(at, `refers to '${target}', and that file ${text.problem}`, text.fix);
      return [];
    }
    return [found];
  });
}

/** The document with the other files under a key, and references to files made references to that. */
function join(
  main: JsonObject,
  file: string,
  parsed: ReadonlyMap<string, JsonObject>,
  under: string,
): JsonObject {
  const localize = (value: JsonObject, of: string): JsonObject => {
    const rewritten = rewriteReferences(value, (target) => {
      const [path = '', pointer = ''] = target.split('#');
      const other = path === '' ? of : pathFrom(of, path);
      // An anchor that is no pointer belongs to the file it is in.
      if (path === '' && pointer !== '' && !pointer.startsWith('/')) return target;
      const base = other === file ? '#' : `#/${under}/${escapePointer(other)}`;
      return `${base}${pointer}`;
    });
    return isObject(rewritten) ? rewritten : {};
  };
  const others = [...parsed].filter(([path]) => path !== file);
  const whole = localize(main, file);
  if (others.length === 0) return whole;
  const files = others.map(([path, value]) => [path, localize(value, path)] as const);
  return { ...whole, [under]: { ...objectAt(whole, under), ...Object.fromEntries(files) } };
}

function pathFrom(file: string, path: string): string {
  // Resolved against a root of our own, so that it stays a path from the folder.
  return resolve('/', dirname(file), decoded(path)).slice(1);
}

/** A path as it is on disk: a percent sign that encodes nothing is one. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function shownTarget(target: string, under: string): string {
  const prefix = `#/${under}/`;
  if (!target.startsWith(prefix)) return target;
  const [file = '', ...pointer] = target.slice(prefix.length).split('/');
  return `${file.replaceAll('~1', '/')}${pointer.length === 0 ? '' : `#/${pointer.join('/')}`}`;
}
