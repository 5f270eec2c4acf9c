import { CORE_SCHEMA, loadAll } from 'js-yaml';
import type { EmittedFile } from '../tokens';
import { field, isJson, textAt, textsAt, type Place } from './place';

/** An object of Kubernetes as it stands in a manifest. */
export interface EmittedObject {
  /** The manifest. */
  readonly file: string;
  /** The cluster it is for: the folder of the manifest, for example `production/eu-west-1`. */
  readonly cluster: string;
  /** Group of its API; empty for the core. */
  readonly group: string;
  /** Group and version, as written. */
  readonly apiVersion: string;
  /** Kind. */
  readonly kind: string;
  /** Name. */
  readonly name: string;
  /** Namespace; empty when none is written. */
  readonly namespace: string;
  /** Labels. */
  readonly labels: ReadonlyMap<string, string>;
  /** The whole of it. */
  readonly root: Place;
}

/** Something in a manifest that is no object of Kubernetes. */
export interface Unreadable {
  /** The manifest. */
  readonly file: string;
  /** Why nothing can be said of it. */
  readonly problem: string;
}

/** What stands in manifests. */
export interface EmittedObjects {
  /** The objects, in the order they stand. */
  readonly objects: readonly EmittedObject[];
  /** What could not be read as one. */
  readonly unreadable: readonly Unreadable[];
}

/** Reads the objects of manifests. */
export function readObjects(files: Iterable<EmittedFile>): EmittedObjects {
  const objects: EmittedObject[] = [];
  const unreadable: Unreadable[] = [];
  for (const { path: file, text } of files) {
    try {
      for (const [index, content] of loadAll(text, undefined, { schema: CORE_SCHEMA }).entries()) {
        const object = toObject(file, content);
        if (typeof object === 'string')
          unreadable.push({ file, problem: `document ${index + 1} ${object}` });
        else if (object !== undefined) objects.push(object);
      }
    } catch (error) {
      unreadable.push({ file, problem: `it is no YAML: ${firstLine(error)}` });
    }
  }
  return { objects, unreadable };
}

/** Makes an object of what a document of a manifest holds; says what is missing, and nothing of an empty one. */
export function toObject(file: string, content: unknown): EmittedObject | string | undefined {
  if (content === null || content === undefined) return undefined;
  if (!isJson(content)) return 'is no object';
  const root: Place = { path: '', value: content };
  const metadata = field(root, 'metadata');
  const [apiVersion, kind, name] = [
    textAt(root, 'apiVersion'),
    textAt(root, 'kind'),
    textAt(metadata, 'name'),
  ];
  if (apiVersion === undefined) return 'has no apiVersion';
  if (kind === undefined) return 'has no kind';
  if (name === undefined) return `of kind ${kind} has no metadata.name`;
  const [group, version] = apiVersion.split('/');
  return {
    ...{ file, apiVersion, kind, name, root },
    cluster: file.split('/').slice(0, -1).join('/'),
    group: version === undefined ? '' : (group ?? ''),
    namespace: textAt(metadata, 'namespace') ?? '',
    labels: textsAt(metadata, 'labels'),
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
