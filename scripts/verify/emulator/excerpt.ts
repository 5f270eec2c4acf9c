import { isJson, objectAt, type Json } from '../stack-files';

const REFERENCE = /\b(?:data\.)?(aws_[a-z0-9_]+)\.([A-Za-z0-9_-]+)/g;

/**
 * A stack with some of its resources only, and all those they need: what is tried with it is the very thing the whole
 * stack would apply.
 *
 * @param isWanted whether a resource is wanted for itself
 */
export function excerptOf(content: Json, isWanted: (type: string, name: string) => boolean): Json {
  const kept = new Set<string>();
  const keep = (kind: 'resource' | 'data', type: string, name: string): void => {
    const block = objectAt(objectAt(content, kind), type)[name];
    const address = `${kind}.${type}.${name}`;
    if (block === undefined || kept.has(address)) return;
    kept.add(address);
    for (const [reference, of = '', called = ''] of JSON.stringify(block).matchAll(REFERENCE))
      keep(reference.startsWith('data.') ? 'data' : 'resource', of, called);
  };
  for (const [type, blocks] of Object.entries(objectAt(content, 'resource')))
    for (const name of Object.keys(isJson(blocks) ? blocks : {}))
      if (isWanted(type, name)) keep('resource', type, name);
  const resource = only('resource', content, kept);
  const data = only('data', content, kept);
  return withBlocks(content, { resource, data });
}

/** A stack with other resources: its outputs, which may tell of what is not there, are left out, and so is what is empty. */
export function withBlocks(content: Json, blocks: Readonly<Record<string, Json>>): Json {
  const rest = Object.entries(content).filter(([kind]) => kind !== 'output' && !(kind in blocks));
  const given = Object.entries(blocks).filter(([, block]) => Object.keys(block).length > 0);
  return Object.fromEntries([...rest, ...given]);
}

function only(kind: 'resource' | 'data', content: Json, kept: ReadonlySet<string>): Json {
  const types = Object.entries(objectAt(content, kind)).map(([type, blocks]) => {
    const named = Object.entries(isJson(blocks) ? blocks : {});
    return [
      type,
      Object.fromEntries(named.filter(([name]) => kept.has(`${kind}.${type}.${name}`))),
    ] as const;
  });
  return Object.fromEntries(types.filter(([, blocks]) => Object.keys(blocks).length > 0));
}
