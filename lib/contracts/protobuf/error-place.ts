import { lineAndColumn } from '../text/structured-text';

/** What a parser said, and where in the text that is. */
interface PlacedError {
  /** `<line>:<column>`, or empty where it cannot be told. */
  readonly at: string;
  /** What it said. */
  readonly problem: string;
}

/** Reads an error of protobufjs: syntax errors name a line, others what they are about. */
export function placeOfError(error: unknown, text: string): PlacedError {
  const message = error instanceof Error ? error.message : String(error);
  const { said = message, line } =
    /^(?<said>[^]*) \((?:.*, )?line (?<line>\d+)\)$/.exec(message)?.groups ?? {};
  if (line !== undefined) return { at: syntaxPlace(text, Number(line), said), problem: said };
  const named = namedPlace(text, message);
  return { at: named === undefined ? '' : lineAndColumn(text, named), problem: message };
}

/** The quoted token in its line; the end of the line where it ended too early. */
function syntaxPlace(text: string, line: number, said: string): string {
  const content = text.split('\n')[line - 1] ?? '';
  const token = /'(?<token>[^']*)'/.exec(said)?.groups?.['token'] ?? '';
  const column = token === '' || token === 'null' ? content.length : content.lastIndexOf(token);
  return `${line}:${Math.max(column, 0) + 1}`;
}

/** Where a type is used that does not exist, or the message stands in which something is declared twice. */
function namedPlace(text: string, message: string): number | undefined {
  const { quoted, bare } =
    /no such (?:[^']*'(?<quoted>[\w.]+)'|type: (?<bare>[\w.]+))/.exec(message)?.groups ?? {};
  const missing = quoted ?? bare;
  const inside = /in (?:Type|Enum|Service|Namespace) \.?(?<name>[\w.]+)/.exec(message)?.groups;
  const declared = inside?.['name']?.split('.').at(-1) ?? '';
  const pattern =
    missing === undefined
      ? `\\b(?:message|enum|service)\\s+${declared}\\b`
      : `\\b${missing.replaceAll('.', '\\.')}\\b`;
  const found = text.search(new RegExp(pattern));
  return found < 0 ? undefined : found;
}
