import { isJson, type Json } from '../stack-files';

/** A policy as it stands in a stack. */
export interface PolicyDocument {
  /** All of it. */
  readonly document: Json;
  /** Its statements. */
  readonly statements: readonly Json[];
}

/** Expressions in quotes hold quotes themselves, which are no quotes of the document. */
const EXPRESSION = /\$\{[^}]*\}/g;
/** The same, as text within the quotes of a document. */
const ESCAPED = /\$\{(?:[^}\\]|\\.)*\}/g;

/** Reads a policy, expressions kept as they are; nothing when the text is none. */
export function readPolicy(text: string): PolicyDocument | undefined {
  if (!/^\{\s*"/.test(text)) return undefined;
  const escaped = text.replaceAll(EXPRESSION, (found) => JSON.stringify(found).slice(1, -1));
  try {
    const document: unknown = JSON.parse(escaped);
    if (!isJson(document)) return undefined;
    const list = [document['Statement']].flat().filter(isJson);
    return list.length === 0 ? undefined : { document, statements: list };
  } catch {
    return undefined;
  }
}

/** Writes a policy with other statements, its expressions as Terraform reads them. */
export function writePolicy({ document }: PolicyDocument, statements: readonly Json[]): string {
  const text = JSON.stringify({ ...document, Statement: statements });
  return text.replaceAll(ESCAPED, (found) => JSON.parse(`"${found}"`) as string);
}
