import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isJson, objectAt, type Json } from '../stack-files';
import { FORMATS } from './formats';
import { goPattern } from './go-pattern';
import { compileListType } from './list-types';
import type { CoreSchemas, KubernetesSchemas } from './schema-folder';
import { countCelRules, toStrict } from './strict-schema';

/** What is wrong with an object, and where in it. */
export interface FieldProblem {
  /** For example `spec.ports[0].port`; empty for the whole. */
  readonly path: string;
  /** What is wrong, and what to change. */
  readonly problem: string;
}

/** Judges objects by the schemas of a folder. */
export interface Validator {
  /** The versions of Kubernetes whose built-in kinds it knows. */
  readonly versions: readonly string[];
  /** Everything that is wrong with an object; one of a kind without a schema is wrong. */
  readonly judge: (content: Json) => readonly FieldProblem[];
  /** The schema of an object's kind, of the newest version, closed; nothing when there is none. */
  readonly schemaOf: (content: Json) => KindSchema | undefined;
  /** How many rules of CEL the kinds judged so far have: they were not run. */
  readonly celRules: () => number;
}

/** The schema of a kind. */
export interface KindSchema {
  /** The schema. */
  readonly schema: Json;
  /** What its references lead to. */
  readonly definitions: Json;
}

const LIST_TYPE = 'x-kubernetes-list-type';
const METADATA = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
/** The API server parses quantities; its schema says text or number. @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const QUANTITY_PATTERN =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

/** Makes a validator; the schema of a kind is compiled when the first object of it is judged. */
export function openValidator({ core, custom }: KubernetesSchemas): Validator {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    verbose: true,
    unicodeRegExp: false,
    // Its own `code` is for schemas that are compiled into files, which these are not.
    code: { regExp: Object.assign(goPattern, { code: 'goPattern' }) },
    formats: FORMATS,
  });
  ajv.addKeyword({ keyword: LIST_TYPE, type: 'array', compile: compileListType });
  const strictCore = core.map((one) => ({ ...one, definitions: closeCore(one) }));
  for (const { version, definitions } of strictCore)
    ajv.addSchema({ $id: `core-${version}`, definitions });
  const compiled = new Map<string, readonly ValidateFunction[]>();
  const schemas = new Map<string, KindSchema | undefined>();
  let rules = 0;

  const compile = (kind: string): readonly ValidateFunction[] => {
    const crd = custom.get(kind);
    if (crd !== undefined) {
      rules += countCelRules(crd);
      return strictCore
        .slice(-1)
        .map(({ version }) => ajv.compile(closeCustom(crd, `core-${version}`)));
    }
    const known = strictCore.filter(({ kinds }) => kinds.has(kind));
    return known.map(({ version, kinds }) =>
      ajv.compile({ $ref: `core-${version}#/definitions/${kinds.get(kind) ?? ''}` }),
    );
  };
  return {
    versions: core.map(({ version }) => version),
    celRules: () => rules,
    schemaOf: (content) => {
      const kind = kindOf(content);
      if (!schemas.has(kind)) schemas.set(kind, schemaOf(strictCore.at(-1), custom, kind));
      return schemas.get(kind);
    },
    judge: (content) => {
      const kind = kindOf(content);
      const validators = compiled.get(kind) ?? compile(kind);
      compiled.set(kind, validators);
      const wanted = custom.has(kind) ? 1 : core.length;
      const missing: readonly FieldProblem[] =
        validators.length === wanted ? [] : [noSchema(kind, core, strictCore)];
      return unique([
        ...missing,
        ...validators.flatMap((validate) => problemsOf(validate, content)),
      ]);
    },
  };
}

function kindOf(content: Json): string {
  return `${String(content['apiVersion'])}/${String(content['kind'])}`;
}

function closeCore({ definitions }: CoreSchemas): Json {
  const closed = Object.entries(definitions).map(([name, schema]) => [
    name,
    toStrict(schema, { closeEmpty: false }),
  ]);
  const quantity = { anyOf: [{ type: 'number' }, { type: 'string', pattern: QUANTITY_PATTERN }] };
  return { ...(Object.fromEntries(closed) as Json), [QUANTITY]: quantity };
}

/** A custom resource has the metadata of every object, whatever its schema says. */
function closeCustom(schema: Json, definitions: string): Json {
  const strict = toStrict(schema, { closeEmpty: true });
  const text = { type: 'string' };
  return {
    ...strict,
    properties: {
      ...objectAt(strict, 'properties'),
      ...{ apiVersion: text, kind: text },
      metadata: { $ref: `${definitions}#/definitions/${METADATA}` },
    },
  };
}

function schemaOf(
  core: CoreSchemas | undefined,
  custom: KubernetesSchemas['custom'],
  kind: string,
): KindSchema | undefined {
  const definitions = core?.definitions ?? {};
  const crd = custom.get(kind);
  if (crd !== undefined) return { schema: closeCustom(crd, ''), definitions };
  const schema = definitions[core?.kinds.get(kind) ?? ''];
  return isJson(schema) ? { schema, definitions } : undefined;
}

function noSchema(
  kind: string,
  core: readonly CoreSchemas[],
  known: readonly CoreSchemas[],
): FieldProblem {
  const without = core.filter((_, index) => known[index]?.kinds.has(kind) !== true);
  return {
    path: '',
    problem: `Kubernetes ${without.map(({ version }) => version).join(' and ')} and the custom resources have no schema of ${kind}; add its schema, or write a kind and version that is served`,
  };
}

function problemsOf(validate: ValidateFunction, content: Json): readonly FieldProblem[] {
  if (validate(content)) return [];
  const errors = validate.errors ?? [];
  // What fails within one of several choices is told by the choice itself.
  const outer = errors.filter(({ schemaPath }) => !/\/(anyOf|oneOf|not)\/./.test(schemaPath));
  return (outer.length > 0 ? outer : errors).map(toProblem);
}

function toProblem({ instancePath, keyword, params, message, data }: ErrorObject): FieldProblem {
  const path = toPath(instancePath);
  const at = (key: unknown): string => [path, String(key)].filter((part) => part !== '').join('.');
  if (keyword === 'additionalProperties')
    return {
      path: at(params['additionalProperty']),
      problem: 'there is no such field; remove it, or correct its name',
    };
  if (keyword === 'required')
    return { path: at(params['missingProperty']), problem: 'it is required and missing; add it' };
  if (keyword === LIST_TYPE)
    return {
      path,
      problem: 'an item is there twice, or shares its keys with another; leave one out',
    };
  const value = (JSON.stringify(data) as string | undefined) ?? 'nothing';
  return { path, problem: `${message ?? keyword}, not ${shorten(value)}; correct the value` };
}

/** A JSON pointer as people write it: `/spec/ports/0` is `spec.ports[0]`. */
function toPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => {
      if (/^\d+$/.test(part)) return `${path}[${part}]`;
      return path === '' ? part : `${path}.${part}`;
    }, '');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function unique(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return [...new Map(problems.map((one) => [`${one.path} ${one.problem}`, one])).values()];
}
