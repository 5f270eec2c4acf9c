import { compareText } from '../core/finding';
import type { Protocol } from '../model/api';
import type { Call } from '../model/call';

/** All calls of one weight from one service to another. */
export interface CallGroup {
  /** Name of the service that calls. */
  readonly caller: string;
  /** Name of the service that is called. */
  readonly callee: string;
  /** How it is spoken; `unknown` when the callee has no such operation. */
  readonly protocol: Protocol | 'unknown';
  /** Whether the caller can answer without it. */
  readonly criticality: Call['criticality'];
  /** Operations, in order of name. */
  readonly operations: readonly string[];
}

/** Calls by caller, callee, protocol and weight, in that order. */
export function groupCalls(calls: readonly Call[]): readonly CallGroup[] {
  const groups = new Map<string, Omit<CallGroup, 'operations'> & { operations: string[] }>();
  for (const { caller, operation, criticality } of calls) {
    const protocol = operation.spec?.protocol ?? 'unknown';
    const callee = operation.service.name;
    const key = JSON.stringify([caller.name, callee, protocol, criticality]);
    const group = groups.get(key) ?? {
      caller: caller.name,
      callee,
      protocol,
      criticality,
      operations: [],
    };
    groups.set(key, group);
    group.operations.push(operation.name);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => ({ ...group, operations: group.operations.sort(compareText) }));
}
