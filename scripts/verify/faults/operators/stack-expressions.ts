import { isJson, type Json } from '../../stack-files';
import { withValueAt, type Keys } from '../edit';
import type { Mutation, Operator } from '../mutant';

/** The body of a block of a stack. */
export interface BodySubject {
  /** What it is set to. */
  readonly body: Json;
}

/** A part of an expression, and what is put in its place. */
interface Edit {
  readonly what: string;
  readonly pattern: RegExp;
  readonly to: string;
}

const CORRUPTIONS: readonly Edit[] = [
  { what: 'its brace is not closed', pattern: /(\$\{[^}]*)\}/g, to: '$1' },
  { what: 'a dot is twice', pattern: /(\$\{[^}."]*)\./g, to: '$1..' },
  { what: 'nothing is in it', pattern: /\$\{[^}]*\}/g, to: '${}' },
  { what: 'a parenthesis is not closed', pattern: /(\$\{[^}]*)\)\}/g, to: '$1}' },
  { what: 'its function is misspelt', pattern: /(\$\{)([a-z]+)\(/g, to: '$1$2x(' },
  { what: 'an attribute is misspelt', pattern: /(\$\{(?:data\.)?\w+\.[\w-]+\.\w+)/g, to: '$1x' },
  { what: 'the document ends too early', pattern: /^(\{\s*"[^]*)\}$/g, to: '$1' },
  { what: 'a comma of the document is missing', pattern: /^(\{\s*"[^]*?),"/g, to: '$1"' },
];
const REFERENCES: readonly Edit[] = [
  {
    what: 'it names another block',
    pattern: /(\$\{[^}]*?(?:data\.)?aws_\w+\.[\w-]+)/g,
    to: '$1-gone',
  },
  { what: 'it is of another type', pattern: /(\$\{[^}]*?)aws_(\w+)\./g, to: '$1aws_$2_gone.' },
];

/** Breaks expressions and the documents they stand in, each place one at a time. */
export const corruptExpression: Operator<BodySubject> = {
  name: 'corrupt an expression',
  of: 'expression',
  *mutate({ body }): Iterable<Mutation> {
    yield* editTexts(body, CORRUPTIONS);
  },
};

/** Names a block, a parameter or a provider that is not there. */
export const breakStackReference: Operator<BodySubject & { readonly isParameter: boolean }> = {
  name: 'break a reference of a stack',
  of: 'reference',
  *mutate({ body, isParameter }): Iterable<Mutation> {
    yield* editTexts(body, REFERENCES);
    const plain = [
      ...(isParameter ? [['name']] : []),
      ...(typeof body['provider'] === 'string' ? [['provider']] : []),
    ];
    for (const keys of plain) {
      const gone = `${String(body[keys[0] ?? ''])}-gone`;
      yield { keys, what: `is '${gone}'`, content: withValueAt(body, keys, gone) };
    }
    for (const [index, address] of listAt(body, 'depends_on').entries()) {
      const keys = ['depends_on', index];
      const gone = `${String(address)}-gone`;
      yield { keys, what: `is '${gone}'`, content: withValueAt(body, keys, gone) };
    }
  },
};

function* editTexts(body: Json, edits: readonly Edit[]): Iterable<Mutation> {
  for (const [keys, text] of texts(body, []))
    for (const { what, pattern, to } of edits)
      for (const found of text.matchAll(pattern)) {
        const before = text.slice(0, found.index);
        const after = text.slice(found.index + found[0].length);
        const once = new RegExp(pattern.source);
        const value = `${before}${found[0].replace(once, to)}${after}`;
        yield { keys, what, content: withValueAt(body, keys, value) };
      }
}

/** Every text of a body that Terraform reads as a template. */
export function* texts(value: unknown, keys: Keys): Iterable<readonly [Keys, string]> {
  if (typeof value === 'string') yield [keys, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* texts(item, [...keys, index]);
  else if (isJson(value))
    for (const [key, inner] of Object.entries(value))
      if (key !== '//' && key !== 'depends_on') yield* texts(inner, [...keys, key]);
}

function listAt(body: Json, key: string): readonly unknown[] {
  const list = body[key];
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}
