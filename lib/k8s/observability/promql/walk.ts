import type { parser } from '@prometheus-io/lezer-promql';

/** A node of the tree, as the parser of PromQL has it. */
type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** A part of an expression, and the whole of it. */
export interface Part {
  /** The node of the tree. */
  readonly node: SyntaxNode;
  /** The whole expression. */
  readonly whole: string;
}

/** The text of a part. */
export function textOf({ node, whole }: Part): string {
  return whole.slice(node.from, node.to);
}

/** The parts right below one, in order. */
export function childrenOf({ node, whole }: Part): readonly Part[] {
  const children: Part[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (child.name !== 'LineComment') children.push({ node: child, whole });
  return children;
}

/** The first part of a kind right below one. */
export function childOf(part: Part, kind: string): Part | undefined {
  return childrenOf(part).find(({ node }) => node.name === kind);
}

/** The labels that a list in parentheses names. */
export function labelsIn(part: Part): readonly string[] {
  return childrenOf(part)
    .filter(({ node }) => node.name === 'LabelName')
    .map(textOf);
}

/** What stands between the quotes of a text; nothing of escapes is resolved. */
export function unquoted(part: Part): string {
  return textOf(part).slice(1, -1);
}
