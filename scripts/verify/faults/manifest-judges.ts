import {
  accessOf,
  referencesOf,
  toObject,
  type EmittedObject,
  type EmittedObjects,
} from '../../../lib/proof';
import { restrictedProblems } from '../kubernetes/pod-security';
import type { Validator } from '../kubernetes/validator';
import { isJson, type Json } from '../stack-files';
import { seamProblems, type Seam } from '../stacks/seam';
import type { FaultClass } from './mutant';

/** What manifests are judged by. */
export interface ManifestContext {
  /** All that was emitted. */
  readonly emitted: EmittedObjects;
  /** The schemas. */
  readonly validator: Pick<Validator, 'judge'>;
  /** What the other half makes. */
  readonly seam: Seam;
  /** Who may reach whom by the plan, by cluster. */
  readonly planned: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Says whether something wrong is found in an object that stands in the place of another. */
export type ManifestJudge = (original: EmittedObject, content: Json) => boolean;

/** The judges of manifests, by the class of faults they are there for. */
export function manifestJudges(
  context: ManifestContext,
): Readonly<Record<FaultClass, ManifestJudge>> {
  const { emitted, validator, seam } = context;
  const brokenIn = referencesOf(emitted);
  const stores = new Map(
    emitted.objects
      .filter(({ kind }) => kind === 'SecretStore')
      .map((store) => [`${store.cluster} ${store.namespace} ${store.name}`, store]),
  );
  const judgeAs = (
    original: EmittedObject,
    content: Json,
    finds: (object: EmittedObject) => boolean,
  ): boolean => {
    const object = toObject(original.file, content);
    // What is no object any more is found by whoever reads the manifest.
    return object === undefined || typeof object === 'string' || finds(object);
  };
  const schema: ManifestJudge = (original, content) =>
    judgeAs(original, content, () => validator.judge(content).length > 0);
  return {
    schema,
    type: schema,
    expression: schema,
    reference: (original, content) =>
      judgeAs(original, content, (object) => {
        const storeOf = (namespace: string, name: string) =>
          stores.get(`${object.cluster} ${namespace} ${name}`);
        return brokenIn(object).length > 0 || seamProblems(object, seam, storeOf).length > 0;
      }),
    permission: permissionJudge(context),
  };
}

/** What no plan opens is unplanned; what was closed and is not any more is missing. */
function permissionJudge({ emitted, planned }: ManifestContext): ManifestJudge {
  const written = new Map<string, number>();
  const keyOf = (cluster: string, line: string): string => `${cluster} ${line}`;
  for (const object of emitted.objects)
    for (const line of accessOf(object)) {
      const key = keyOf(object.cluster, line);
      written.set(key, (written.get(key) ?? 0) + 1);
    }
  return (original, content) => {
    if (restrictedProblems(content).length > 0) return true;
    const object = toObject(original.file, content);
    if (object === undefined || typeof object === 'string') return true;
    const lines = new Set(accessOf(object));
    const allowed = planned.get(original.cluster) ?? new Set();
    return (
      [...lines].some((line) => !allowed.has(line)) ||
      accessOf(original).some(
        (line) => !lines.has(line) && written.get(keyOf(original.cluster, line)) === 1,
      )
    );
  };
}

/** The object itself, as it was emitted. */
export function contentOf({ root }: EmittedObject): Json {
  return isJson(root.value) ? root.value : {};
}
