import type { ProtoMethod } from './schema';
import type { ChangeDetail } from '../contract-change';

/** How much a method promises of being called twice; more is better. */
const PROMISES = ['IDEMPOTENCY_UNKNOWN', 'IDEMPOTENT', 'NO_SIDE_EFFECTS'];

/** A change of a method itself, not of its messages. */
export function compareMethods(old: ProtoMethod, now: ProtoMethod): readonly ChangeDetail[] {
  return [
    ...changed('proto-request-type', 'the request', old.request, now.request),
    ...changed('proto-response-type', 'the response', old.response, now.response),
    ...changed(
      'proto-streaming',
      'the request',
      streamed(old.requestStream),
      streamed(now.requestStream),
    ),
    ...changed(
      'proto-streaming',
      'the response',
      streamed(old.responseStream),
      streamed(now.responseStream),
    ),
    ...compareIdempotency(old.idempotency, now.idempotency),
  ];
}

function changed(rule: string, what: string, old: string, now: string): readonly ChangeDetail[] {
  if (old === now) return [];
  const text = `${what} was ${old} and is ${now}`;
  return [{ rule, breaking: true, judged: true, direction: 'expand-then-contract', text }];
}

function streamed(stream: boolean): string {
  return stream ? 'a stream' : 'one message';
}

/** Callers repeat what may be repeated: a promise that is taken back breaks them, a new one does not. */
function compareIdempotency(old: string, now: string): readonly ChangeDetail[] {
  if (old === now) return [];
  const weaker = PROMISES.indexOf(now) < PROMISES.indexOf(old);
  return [
    {
      rule: 'proto-idempotency',
      breaking: weaker,
      judged: true,
      direction: weaker ? 'consumers-first' : 'producers-first',
      text: `idempotency_level was ${old} and is ${now}${weaker ? ': callers may repeat it' : ''}`,
    },
  ];
}
