/** A value that is made when it is first asked for, and then kept: a stack reads only what it uses, and reads it once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
