import { nameProblem, type NameKind } from '../../../core/names';
import type { EmittedObject } from '../emitted-object';
import { entries, field, type Place } from '../place';
import { podsOf } from '../pods';
import type { Broken, ReferenceRule } from '../rule';

/** Kinds whose names become labels of DNS; the others allow dots. */
const KINDS: Readonly<Record<string, NameKind>> = {
  Namespace: 'kubernetesNamespace',
  Service: 'kubernetesService',
};
const KEY_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const LONGEST_KEY_NAME = 63;

/** What the API server would refuse. */
export const legalNames: ReferenceRule = {
  id: 'REF-002',
  title: 'names, label keys and label values are legal',
  rationale: 'The API server refuses the object, after everything before it has been applied.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
  *check({ objects }): Iterable<Broken> {
    for (const object of objects) {
      const wrong = nameProblem(object.name, KINDS[object.kind] ?? 'kubernetesName');
      const fix = 'use a name the API server takes';
      if (wrong !== undefined) yield { object, at: { path: 'metadata.name' }, problem: wrong, fix };
      for (const [at, problem] of labelProblems(object)) yield { object, at, problem, fix };
    }
  },
};

/** Keys and values that are refused, where labels, annotations and selectors of labels stand. */
function labelProblems(object: EmittedObject): readonly (readonly [Place, string])[] {
  const metadata = field(object.root, 'metadata');
  const pods = podsOf(object);
  const template =
    pods === undefined || pods.spec.path === 'spec'
      ? []
      : [field(object.root, ...pods.spec.path.split('.').slice(0, -1), 'metadata')];
  return [metadata, ...template].flatMap((place) => [
    ...entries(field(place, 'labels')).flatMap(([key, at]) => [
      ...keyProblem(key, at),
      ...valueProblem(at),
    ]),
    ...entries(field(place, 'annotations')).flatMap(([key, at]) => keyProblem(key, at)),
  ]);
}

function keyProblem(key: string, at: Place): readonly (readonly [Place, string])[] {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? undefined : nameProblem(key.slice(0, slash), 'kubernetesName');
  const name = key.slice(slash + 1);
  if (prefix === undefined && KEY_NAME.test(name) && name.length <= LONGEST_KEY_NAME) return [];
  return [[at, `'${key}' is no key of a label or annotation`]];
}

function valueProblem(at: Place): readonly (readonly [Place, string])[] {
  const { value } = at;
  const problem =
    typeof value === 'string'
      ? nameProblem(value, 'kubernetesLabelValue')
      : `${JSON.stringify(value)} is no text`;
  return problem === undefined ? [] : [[at, problem]];
}
