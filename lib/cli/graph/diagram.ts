/** What a node stands for; it decides the shape. */
export type NodeKind =
  | 'BoundedContext'
  | 'Service'
  | 'Topic'
  | 'PostgresDatabase'
  | 'DynamoTable'
  | 'RedisCache'
  | 'ObjectBucket';

/** Something in a diagram. */
export interface DiagramNode {
  /** Id: letters, digits and underscores, each node's own. */
  readonly id: string;
  /** What it stands for. */
  readonly kind: NodeKind;
  /** Published name. */
  readonly name: string;
  /** More that is shown below the name. */
  readonly detail?: string;
  /** Name of the bounded context around it; a context itself has none. */
  readonly context?: string;
}

/** What an edge says of its two ends. */
export type EdgeKind = 'calls' | 'publishes' | 'consumes' | 'owns' | 'relates';

/** A line between two nodes, from the one that needs to the one that is needed; events go the way they flow. */
export interface DiagramEdge {
  /** Id of the node it begins at. */
  readonly from: string;
  /** Id of the node it ends at. */
  readonly to: string;
  /** What it says. */
  readonly kind: EdgeKind;
  /** Whether the beginning can do without the end. */
  readonly optional: boolean;
  /** What stands beside it: operations, or how two contexts relate. */
  readonly labels: readonly string[];
}

/** Nodes and edges, in the order in which they are drawn. */
export interface Diagram {
  /** The nodes. */
  readonly nodes: readonly DiagramNode[];
  /** The edges; each end is a node. */
  readonly edges: readonly DiagramEdge[];
}

/** What is given an id. */
interface Identified {
  readonly kind: string;
  readonly name: string;
  readonly node: { readonly path: string };
}

/**
 * Ids by path, made of kind and name: `service_order_service`. Where two would be the same, the later one gets a number.
 */
export function diagramIds(entities: readonly Identified[]): (entity: Identified) => string {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { kind, name, node } of entities) {
    const base = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}_${name.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
    const id = freeId(base, taken);
    taken.add(id);
    ids.set(node.path, id);
  }
  return ({ node }) => ids.get(node.path) ?? '';
}

function freeId(base: string, taken: ReadonlySet<string>): string {
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}_${count}`;
  return id;
}
