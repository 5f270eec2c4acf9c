import type { EmittedObject } from './emitted-object';
import { field, itemsAt, textAt, textsAt, type Place } from './place';

/** Pods that some object makes. */
export interface Pods {
  /** What makes them. */
  readonly object: EmittedObject;
  /** Their namespace. */
  readonly namespace: string;
  /** Their labels. */
  readonly labels: ReadonlyMap<string, string>;
  /** Where they are specified. */
  readonly spec: Place;
  /** Their containers, those that prepare them included. */
  readonly containers: readonly Place[];
  /** Names and numbers of their ports. */
  readonly ports: ReadonlySet<string | number>;
}

/** Where each kind has its pods. */
const TEMPLATES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Pod', []],
  ['Deployment', ['spec', 'template']],
  ['StatefulSet', ['spec', 'template']],
  ['DaemonSet', ['spec', 'template']],
  ['ReplicaSet', ['spec', 'template']],
  ['Rollout', ['spec', 'template']],
  ['Job', ['spec', 'template']],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
]);

/** The pods an object makes, when it makes any. */
export function podsOf(object: EmittedObject): Pods | undefined {
  const path = TEMPLATES.get(object.kind);
  if (path === undefined) return undefined;
  const template = field(object.root, ...path);
  const spec = field(template, 'spec');
  const containers = [
    ...itemsAt(spec, 'initContainers'),
    ...itemsAt(spec, 'containers'),
    ...itemsAt(spec, 'ephemeralContainers'),
  ];
  return {
    ...{ object, spec, containers, namespace: object.namespace },
    labels: textsAt(template, 'metadata', 'labels'),
    ports: new Set(containers.flatMap(portsOf)),
  };
}

/** Names and numbers of the ports of a container. */
export function portsOf(container: Place): readonly (string | number)[] {
  return itemsAt(container, 'ports').flatMap((port) => {
    const { value: number } = field(port, 'containerPort');
    const name = textAt(port, 'name');
    return [...(typeof number === 'number' ? [number] : []), ...(name === undefined ? [] : [name])];
  });
}
