import { groupBy } from '../cluster';
import type { Broken, ReferenceRule } from '../rule';

/** One object, one place. */
export const identity: ReferenceRule = {
  id: 'REF-001',
  title: 'every object of a cluster is emitted once, with a kind and a name',
  rationale:
    'Of two objects with one name the cluster keeps the one applied last, and which that is changes from run to run.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names',
  *check({ objects }): Iterable<Broken> {
    const same = groupBy(
      objects,
      ({ group, kind, namespace, name }) => `${group} ${kind} ${namespace} ${name}`,
    );
    for (const [first, ...more] of same.values()) {
      for (const object of more) {
        yield {
          object,
          at: { path: 'metadata.name' },
          problem: `it is also in ${first?.file ?? ''}`,
          fix: 'emit it once, or give it another name',
        };
      }
    }
  },
};
