import { parseTemplate, type Traversal } from './template-parser';

/** What a text of a stack refers to, or why it is no template. */
export type ReadTemplate =
  | { readonly ok: true; readonly references: readonly Traversal[] }
  | { readonly ok: false; readonly problem: string };

const KNOWN = new Map<string, ReadTemplate>();

/** Reads a text as Terraform does: as a template, whose expressions refer to other blocks. */
export function readTemplate(text: string): ReadTemplate {
  if (!text.includes('${') && !text.includes('%{')) return { ok: true, references: [] };
  const known = KNOWN.get(text) ?? parseTemplate(text);
  KNOWN.set(text, known);
  return known;
}
