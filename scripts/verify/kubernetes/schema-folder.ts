import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MissingPart } from '../missing-part';
import { isJson, objectAt, type Json } from '../stack-files';

/** The variable that names the folder. */
export const SCHEMAS_VARIABLE = 'KUBERNETES_SCHEMAS';

/** The schemas of the built-in kinds of one version of Kubernetes. */
export interface CoreSchemas {
  /** For example `1.34`. */
  readonly version: string;
  /** Schemas by name, which refer to each other as `#/definitions/<name>`. */
  readonly definitions: Json;
  /** Name of the schema of each kind, by `<apiVersion>/<kind>`. */
  readonly kinds: ReadonlyMap<string, string>;
}

/** The schemas of a folder. */
export interface KubernetesSchemas {
  /** The built-in kinds, once for each version of Kubernetes, oldest first. */
  readonly core: readonly CoreSchemas[];
  /** The schema of each custom resource that is served, by `<apiVersion>/<kind>`. */
  readonly custom: ReadonlyMap<string, Json>;
}

/**
 * Reads the folder `KUBERNETES_SCHEMAS` names: `core-<version>.json` with `definitions` and `kinds` for each version of
 * Kubernetes, and for each custom resource a file with `group`, `kind` and `versions.<name>.{schema, served}`.
 */
export function readSchemaFolder(environment: NodeJS.ProcessEnv): KubernetesSchemas {
  const folder = environment[SCHEMAS_VARIABLE] ?? '';
  if (folder === '')
    throw new MissingPart(
      `${SCHEMAS_VARIABLE} is not set; set it to a folder with core-<version>.json and a JSON file for each CRD`,
    );
  if (!existsSync(folder))
    throw new MissingPart(
      `${SCHEMAS_VARIABLE} is '${folder}', which does not exist; name a folder`,
    );
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, content: readJson(join(folder, name)) }));
  const core = files.flatMap(({ name, content }) => readCore(name, content) ?? []);
  if (core.length === 0)
    throw new MissingPart(
      `${SCHEMAS_VARIABLE} is '${folder}', which has no core-<version>.json; add the built-in kinds`,
    );
  return { core, custom: new Map(files.flatMap(({ content }) => readCustom(content))) };
}

function readCore(file: string, content: Json): CoreSchemas | undefined {
  const version = /^core-(.+)\.json$/.exec(file)?.[1];
  if (version === undefined) return undefined;
  const kinds = Object.entries(objectAt(content, 'kinds')).flatMap(([kind, name]) =>
    typeof name === 'string' ? [[kind, name] as const] : [],
  );
  return { version, definitions: objectAt(content, 'definitions'), kinds: new Map(kinds) };
}

function readCustom(content: Json): readonly (readonly [string, Json])[] {
  const { group, kind } = content;
  if (typeof group !== 'string' || typeof kind !== 'string') return [];
  return Object.entries(objectAt(content, 'versions')).flatMap(([version, one]) =>
    isJson(one) && one['served'] === true
      ? [[`${group}/${version}/${kind}`, objectAt(one, 'schema')] as const]
      : [],
  );
}

function readJson(path: string): Json {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return isJson(content) ? content : {};
}
