import type { HttpMethod } from '../../model/api';

/** Keys of a path item that are methods, in the order of the specification. */
export const METHODS = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  delete: 'DELETE',
  options: 'OPTIONS',
  head: 'HEAD',
  patch: 'PATCH',
} as const satisfies Record<string, HttpMethod>;

/** An operationId for an operation that has none: `getProductsByProductId`. */
export function suggestId(method: string, path: string): string {
  const words = path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? `by-${part.slice(1, -1)}` : part));
  return [method, ...words.flatMap((word) => word.split(/[^A-Za-z0-9]+/))]
    .filter((word) => word !== '')
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}
