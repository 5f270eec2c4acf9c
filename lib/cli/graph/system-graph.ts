import type { SystemView } from '../../model/view';
import { groupCalls } from '../call-groups';
import { diagramIds, type Diagram, type DiagramEdge, type DiagramNode } from './diagram';

/** Services with the calls between them, the topics they share and the stores they own. */
export function systemGraph(view: SystemView): Diagram {
  const { services, topics, stores } = view;
  const idOf = diagramIds([...services, ...topics, ...stores]);
  const contexts = new Map(services.map(({ name, context }) => [name, context.name]));
  const owned = [...topics, ...stores].map((entity): DiagramNode => {
    const context = contexts.get(entity.owner.name);
    return {
      ...{ id: idOf(entity), kind: entity.kind, name: entity.name },
      ...(context !== undefined && { context }),
    };
  });
  const nodes = services.map((service): DiagramNode => ({
    ...{ id: idOf(service), kind: service.kind, name: service.name },
    context: service.context.name,
  }));
  return {
    nodes: [...nodes, ...owned],
    edges: [...callEdges(view, idOf), ...eventEdges(view, idOf), ...storeEdges(view, idOf)],
  };
}

type IdOf = ReturnType<typeof diagramIds>;

function callEdges({ services, calls }: SystemView, idOf: IdOf): readonly DiagramEdge[] {
  const byName = new Map(services.map((service) => [service.name, idOf(service)]));
  return groupCalls(calls).flatMap(({ caller, callee, criticality, operations }) => {
    const from = byName.get(caller);
    const to = byName.get(callee);
    if (from === undefined || to === undefined) return [];
    return [{ from, to, kind: 'calls', optional: criticality === 'optional', labels: operations }];
  });
}

/** Events flow from the service that publishes through the topic to those that consume. */
function eventEdges({ services }: SystemView, idOf: IdOf): readonly DiagramEdge[] {
  return services.flatMap((service) => {
    const { publications, consumptions } = service;
    const one = { optional: false, labels: [] };
    return [
      ...publications.map(({ topic }): DiagramEdge => ({
        ...{ from: idOf(service), to: idOf(topic), kind: 'publishes' },
        ...one,
      })),
      ...consumptions.map(({ topic }): DiagramEdge => ({
        ...{ from: idOf(topic), to: idOf(service), kind: 'consumes' },
        ...one,
      })),
    ];
  });
}

function storeEdges({ stores }: SystemView, idOf: IdOf): readonly DiagramEdge[] {
  return stores.map((store) => ({
    from: idOf(store.owner),
    to: idOf(store),
    kind: 'owns',
    optional: store.criticality === 'optional',
    labels: [],
  }));
}
