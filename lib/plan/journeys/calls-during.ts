import type { Call } from '../../model/call';
import type { SystemIndex } from '../index-of-system';
import { isSound } from '../timeouts';

/** The calls that a service makes while it serves one of its operations, in order of name. */
export function callsDuring(
  index: SystemIndex,
  service: string,
  operation: string,
): readonly Call[] {
  return (index.callsFrom.get(service) ?? []).filter(
    (call) => isSound(call) && (call.during.length === 0 || call.during.includes(operation)),
  );
}
