const IGNORE_CASE = '(?i)';

/**
 * A pattern as the API server reads it: it is written in Go, where `(?i)` says from within that case does not count. Here
 * it is a flag, and then of the whole pattern. What else only Go understands throws.
 *
 * @see https://pkg.go.dev/regexp/syntax
 */
export function goPattern(source: string): RegExp {
  return source.includes(IGNORE_CASE)
    ? new RegExp(source.replaceAll(IGNORE_CASE, ''), 'i')
    : new RegExp(source);
}
