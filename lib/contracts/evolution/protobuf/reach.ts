import { joinPath } from '../remark';
import type { ProtoField, ProtoSchema } from './schema';

/** A message or enum, and where it stands below another. */
export interface Reached {
  /** Full name. */
  readonly type: string;
  /** Path to it; empty for the message itself. */
  readonly path: string;
}

/** A type that is used everywhere is named at so many places, which is enough for anybody. */
const MOST_PLACES = 1000;

/** All messages and enums below a message, at every path that does not lead through one of them twice. */
export function reachedFrom(type: string, { messages }: ProtoSchema): readonly Reached[] {
  const found: Reached[] = [];
  const visit = (name: string, path: string, above: readonly string[]): void => {
    if (above.includes(name) || found.length >= MOST_PLACES) return;
    found.push({ type: name, path });
    for (const field of messages.get(name)?.fields ?? [])
      visit(field.type, joined(path, field), [...above, name]);
  };
  visit(type, '', []);
  return found;
}

function joined(path: string, { name, cardinality }: ProtoField): string {
  const step = cardinality === 'repeated' || cardinality === 'map' ? `${name}[]` : name;
  return path === '' ? step : joinPath(path, step);
}
