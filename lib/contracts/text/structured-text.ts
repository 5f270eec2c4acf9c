import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { JsonObject, JsonValue } from '../document';
import { isObject } from '../evolution/json';
import type { Report } from '../reading';

/** More values than a contract has: aliases of YAML can make a short text expand to any size. */
const MOST_VALUES = 1_000_000;
/** Deeper than contracts nest: an alias of YAML may stand inside what it names. */
const DEEPEST = 200;

/** Reads the text of a JSON or YAML file, or reports why it is no object. */
export function parseObject(file: string, text: string, report: Report): JsonObject | undefined {
  const value =
    file.endsWith('.yaml') || file.endsWith('.yml') ? yaml(text, report) : json(text, report);
  if (value === undefined) return undefined;
  const budget = { values: MOST_VALUES, deep: false };
  const plain = toPlain(value.read, { at: '', depth: 0 }, budget, report);
  if (budget.values < 0)
    report(
      '',
      `expands to more than ${MOST_VALUES} values`,
      'take the aliases out that repeat parts',
    );
  else if (budget.deep)
    report(
      '',
      `nests more than ${DEEPEST} deep`,
      'take the alias out that stands inside what it names',
    );
  if (budget.values < 0 || budget.deep) return undefined;
  if (isObject(plain)) return plain;
  report('', 'is no object', 'write the contract as an object');
  return undefined;
}

function json(text: string, report: Report): { readonly read: unknown } | undefined {
  try {
    return { read: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (?<position>\d+)/.exec(message)?.groups?.['position'];
    const at = lineAndColumn(text, position === undefined ? text.length : Number(position));
    const [problem = ''] = message.split(/ in JSON| at position|, "/);
    report(at, `is not JSON: ${lowerFirst(problem)}`, 'correct the text there');
    return undefined;
  }
}

function yaml(text: string, report: Report): { readonly read: unknown } | undefined {
  try {
    return { read: load(text, { schema: CORE_SCHEMA }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line, column } = error.mark;
    report(`${line + 1}:${column + 1}`, `is not YAML: ${error.reason}`, 'correct the text there');
    return undefined;
  }
}

/** `<line>:<column>` of a position in a text, both from 1. */
export function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position);
  return `${before.split('\n').length}:${position - before.lastIndexOf('\n')}`;
}

interface Budget {
  values: number;
  deep: boolean;
}

interface Position {
  readonly at: string;
  readonly depth: number;
}

/** The value without what JSON does not have: what YAML has beyond it is reported. */
function toPlain(value: unknown, position: Position, budget: Budget, report: Report): JsonValue {
  const { at, depth } = position;
  budget.values -= 1;
  budget.deep ||= depth > DEEPEST;
  if (budget.values < 0 || budget.deep) return null;
  if (isPlain(value)) return value;
  const inside = (key: string | number, item: unknown): JsonValue => {
    const below = { at: `${at}/${escapePointer(String(key))}`, depth: depth + 1 };
    return toPlain(item, below, budget, report);
  };
  if (Array.isArray(value)) return value.map((item: unknown, index) => inside(index, item));
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => [key, inside(key, item)]),
    );
  const shown = typeof value === 'number' ? String(value) : typeof value;
  report(at, `has the value ${shown}, which JSON does not have`, 'write a text or a number');
  return null;
}

function isPlain(value: unknown): value is string | number | boolean | null {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

/** A name as a part of a JSON pointer. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
