import type { Cluster } from '../cluster';
import type { EmittedObject } from '../emitted-object';
import { field, itemsAt, textAt, type Place } from '../place';
import { podsOf } from '../pods';
import type { Broken, ReferenceRule } from '../rule';

/** Where kinds name the object they act on. */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  HorizontalPodAutoscaler: ['spec', 'scaleTargetRef'],
  ScaledObject: ['spec', 'scaleTargetRef'],
  VerticalPodAutoscaler: ['spec', 'targetRef'],
};

/** What scales something, and what a policy is attached to. */
export const targets: ReferenceRule = {
  id: 'REF-008',
  title: 'what is scaled, and what a policy is attached to, exists',
  rationale: 'An autoscaler without its target reports an error in its status and scales nothing.',
  source:
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work',
  *check(cluster): Iterable<Broken> {
    for (const object of cluster.objects) {
      const path = REFERENCES[object.kind];
      if (path !== undefined) yield* target(cluster, object, field(object.root, ...path));
      if (object.group === 'security.istio.io')
        for (const one of itemsAt(object.root, 'spec', 'targetRefs'))
          yield* target(cluster, object, one);
    }
  },
};

function* target(cluster: Cluster, object: EmittedObject, place: Place): Iterable<Broken> {
  const kind = textAt(place, 'kind') ?? 'Deployment';
  const at = field(place, 'name');
  const name = String(at.value);
  const found = cluster.find(kind, object.namespace, name);
  if (found === undefined) {
    yield {
      ...{ object, at, problem: `there is no ${kind} '${name}' in ${object.namespace}` },
      fix: `name a ${kind} that exists`,
    };
    return;
  }
  const version = textAt(place, 'apiVersion');
  if (version !== undefined && version !== found.apiVersion)
    yield {
      ...{ object, at: field(place, 'apiVersion') },
      problem: `${kind} '${name}' is of ${found.apiVersion}, not of ${version}`,
      fix: `write ${found.apiVersion}`,
    };
  yield* containers(object, found);
}

/** A container whose use is measured is one of the target's. */
function* containers(object: EmittedObject, found: EmittedObject): Iterable<Broken> {
  const names = new Set(podsOf(found)?.containers.map((one) => textAt(one, 'name')));
  for (const metric of itemsAt(object.root, 'spec', 'metrics')) {
    const at = field(metric, 'containerResource', 'container');
    if (typeof at.value === 'string' && !names.has(at.value))
      yield {
        ...{ object, at, problem: `${found.kind} '${found.name}' has no container '${at.value}'` },
        fix: `name one of ${[...names].join(', ')}`,
      };
  }
}
