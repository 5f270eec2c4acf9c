/** A value that is written into a handle. */
export type LiteralValue =
  string | number | boolean | readonly string[] | { readonly [key: string]: LiteralValue };

/** Columns that a line has before it is broken. */
const WIDTH = 100;
const KEY = /^[A-Za-z_$][\w$]*$/;

/**
 * A value as TypeScript, the way Prettier writes it: what is written is formatted already.
 *
 * @param indent spaces before the line on which the value ends
 * @param used columns of its first line that are taken, by what stands before it and behind it
 */
export function literal(value: LiteralValue, indent: string, used = 0): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  if (isTexts(value)) {
    const line = `[${value.map(quoted).join(', ')}]`;
    if (used + line.length <= WIDTH) return line;
    return ['[', ...value.map((text) => `${inner}${quoted(text)},`), `${indent}]`].join('\n');
  }
  const members = Object.entries(value).map(([name, member]) => {
    const start = `${inner}${keyOf(name)}: `;
    return `${start}${literal(member, inner, start.length + 1)},`;
  });
  return members.length === 0 ? '{}' : ['{', ...members, `${indent}}`].join('\n');
}

/** A name as the key of a member; `__proto__` as it stands would be no member. */
function keyOf(name: string): string {
  if (name === '__proto__') return `['__proto__']`;
  return KEY.test(name) ? name : quoted(name);
}

/** A text in the quotes that need fewer escapes. */
export function quoted(text: string): string {
  const json = JSON.stringify(text);
  const singles = text.split("'").length;
  const doubles = text.split('"').length;
  if (singles > doubles) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function isTexts(value: object): value is readonly string[] {
  return Array.isArray(value);
}
