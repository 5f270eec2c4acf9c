import { formatDuration } from '../../../core/units';
import type { Call } from '../../../model/call';
import { handlersOf, isSound, type Handler } from '../../../plan/timeouts';
import { defineRule } from '../../rule';
import { calleeOf, either, tryProperty } from '../../texts';

/** A call gives up before its own caller is given up. */
export const TMO_002 = defineRule(
  {
    id: 'TMO-002',
    title: 'a call gives up before its own caller is given up',
    severity: 'error',
    rationale:
      'A timeout as long as the caller is waited for can never be acted on: when it strikes, nobody is left to answer, neither with an error nor with a fallback.',
    formula:
      'timeout < smallest perTry of the calls to the operation that makes the call, for each such operation',
    example:
      'a caller gives up after 50ms: a call made meanwhile may have a timeout of 49ms, not of 50ms',
    source: 'https://sre.google/sre-book/addressing-cascading-failures/',
  },
  function* ({ index, view }) {
    for (const service of view.services) {
      const handlers = handlersOf(index, service);
      const byOperation = new Map(handlers.map((handler) => [handler.operation, handler]));
      const tightest = tightestOf(handlers);
      for (const call of index.callsFrom.get(service.name) ?? []) {
        if (!isSound(call)) continue;
        const handler =
          call.during.length === 0
            ? tightest
            : tightestOf(call.during.flatMap((name) => byOperation.get(name) ?? []));
        if (handler === undefined || !(call.timeout >= handler.patience)) continue;
        yield {
          path: call.node.path,
          problem: `timeout of the call to ${calleeOf(call)} is ${formatDuration(call.timeout)}, and ${handler.call.caller.name} waits ${formatDuration(handler.patience)} for ${service.name}.${handler.operation}, which makes it`,
          numbers: { timeoutMs: call.timeout, patienceMs: handler.patience },
          fix: fixOf(call, handler),
        };
      }
    }
  },
);

function tightestOf(handlers: readonly Handler[]): Handler | undefined {
  let tightest: Handler | undefined;
  for (const handler of handlers) {
    if (tightest === undefined || handler.patience < tightest.patience) tightest = handler;
  }
  return tightest;
}

function fixOf(call: Call, { patience, call: inbound }: Handler): string {
  return either(
    patience > 1 ? `set timeout to ${formatDuration(patience - 1)}` : undefined,
    `set ${tryProperty(inbound)} of the call from ${inbound.caller.name} to ${formatDuration(call.timeout + 1)}`,
  );
}
