import { compareText } from '../../core/finding';
import type { Diagram, DiagramEdge, DiagramNode, NodeKind } from './diagram';

/** Brackets of each shape. @see https://mermaid.js.org/syntax/flowchart.html#node-shapes */
const SHAPES: Readonly<Record<NodeKind, readonly [string, string]>> = {
  BoundedContext: ['[', ']'],
  Service: ['[', ']'],
  Topic: ['{{', '}}'],
  PostgresDatabase: ['[(', ')]'],
  DynamoTable: ['[(', ')]'],
  RedisCache: ['([', '])'],
  ObjectBucket: ['[/', '\\]'],
};

/** A diagram as a Mermaid flowchart. */
export function formatMermaid({ nodes, edges }: Diagram): string {
  const contexts = new Set(nodes.flatMap(({ context }) => context ?? []));
  const lines = [
    'flowchart LR',
    ...nodes.filter(({ context }) => context === undefined).map((node) => `  ${formatNode(node)}`),
    ...[...contexts].sort(compareText).flatMap((context, index) => [
      // A number, because a context may bear a word that Mermaid keeps for itself.
      `  subgraph context_${index + 1}[${quoted(context)}]`,
      ...nodes.filter((node) => node.context === context).map((node) => `    ${formatNode(node)}`),
      '  end',
    ]),
    ...edges.map((edge) => `  ${formatEdge(edge)}`),
  ];
  return lines.join('\n');
}

function formatNode({ id, kind, name, detail }: DiagramNode): string {
  const [open, close] = SHAPES[kind];
  const label = detail === undefined ? quoted(name) : `"${escaped(name)}<br/>${escaped(detail)}"`;
  return `${id}${open}${label}${close}`;
}

function formatEdge({ from, to, kind, optional, labels }: DiagramEdge): string {
  const label = labels.length === 0 ? '' : `|${quoted(labels.join(', '))}|`;
  return `${from} ${arrow(kind, optional)}${label} ${to}`;
}

/** Calls are solid, or dashed where optional; events are thick; a store has no arrow. */
function arrow(kind: DiagramEdge['kind'], optional: boolean): string {
  if (kind === 'publishes' || kind === 'consumes') return '==>';
  if (kind === 'owns') return optional ? '-.-' : '---';
  return optional ? '-.->' : '-->';
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** @see https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters */
function escaped(text: string): string {
  return text
    .replaceAll(/[#"<>`&]/g, (character) => `#${character.charCodeAt(0)};`)
    .replaceAll(/\s+/g, ' ');
}
