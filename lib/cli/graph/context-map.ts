import type { SystemView } from '../../model/view';
import { diagramIds, type Diagram } from './diagram';

/** Bounded contexts and how each lives with the models it depends on. */
export function contextMap({ contexts }: SystemView): Diagram {
  const idOf = diagramIds(contexts);
  return {
    nodes: contexts.map((context) => ({
      id: idOf(context),
      kind: context.kind,
      name: context.name,
      detail: `${context.subdomain}, ${context.team.name}`,
    })),
    edges: contexts.flatMap((context) =>
      context.relations.map(({ upstream, pattern }) => ({
        from: idOf(context),
        to: idOf(upstream),
        kind: 'relates',
        optional: false,
        labels: [pattern],
      })),
    ),
  };
}
