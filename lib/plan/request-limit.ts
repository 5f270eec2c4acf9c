import type { HttpMethod, OperationSpec } from '../model/api';

/** Methods whose requests have no body that means anything. @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3 */
const WITHOUT_BODY: ReadonlySet<HttpMethod> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/**
 * Most bytes of a request to a service: those of the operation that takes most. Nothing where one that takes a body has
 * no limit, or where clients stream: what limits all of a workload would refuse what its contract allows.
 */
export function requestLimit(operations: readonly OperationSpec[]): number | undefined {
  const taking = operations.filter(({ method }) => !WITHOUT_BODY.has(method));
  const limits = taking.map(({ maxRequestBytes, streaming }) =>
    streaming === undefined || streaming === 'server' ? maxRequestBytes : undefined,
  );
  const known = limits.flatMap((limit) => limit ?? []);
  return known.length === 0 || known.length < taking.length ? undefined : Math.max(...known);
}
