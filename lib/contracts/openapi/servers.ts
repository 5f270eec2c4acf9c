import type { JsonObject } from '../document';
import { isObject, listAt, objectAt, textAt } from '../evolution/json';
import type { Report } from '../reading';

/**
 * What stands before every path on the wire: the path of the servers. It has to be the same for all of them, because a
 * route is one.
 */
export function basePath(root: JsonObject, report: Report): string {
  const paths = listAt(root, 'servers').map((server) => (isObject(server) ? pathOf(server) : ''));
  const [first = '', ...others] = paths;
  if (others.every((path) => path === first)) return first;
  report(
    '/servers',
    `servers have different paths: ${[...new Set(paths)].map((path) => `'${path === '' ? '/' : path}'`).join(', ')}`,
    'give all of them the same path',
  );
  return '';
}

/** The path of a server's URL, its variables filled in; empty for the root. */
function pathOf(server: JsonObject): string {
  const variables = objectAt(server, 'variables');
  const url = (textAt(server, 'url') ?? '').replaceAll(/\{([^}]*)\}/g, (whole, name: string) => {
    const variable = variables[name];
    return (isObject(variable) ? textAt(variable, 'default') : undefined) ?? whole;
  });
  const path = url.replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  return path.replace(/\/+$/, '').replace(/^(?=[^/])/, '/');
}
