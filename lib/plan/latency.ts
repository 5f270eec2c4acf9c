import type { Call } from '../model/call';
import type { Service } from '../model/service';
import type { SystemIndex } from './index-of-system';
import { remember } from './remember';
import { groupOf, isSound, worstWait } from './timeouts';

/**
 * Milliseconds that the two proxies between caller and callee add at the 99th percentile: 2.7 as published, rounded up.
 *
 * @see https://istio.io/latest/docs/ops/deployment/performance-and-scalability/
 */
export const HOP_MS = 3;
/** The quantile that promises of latency are made for. */
export const PROMISED_QUANTILE = 0.99;

/**
 * The share of answers that each of several callees must give in time for all of them to be in time that often, when
 * they are asked together and answer independently of each other.
 *
 * @see https://doi.org/10.1145/2408776.2408794 The Tail at Scale
 */
export function parallelQuantile(callees: number, quantile: number = PROMISED_QUANTILE): number {
  return quantile ** (1 / callees);
}

/** The same for steps one after the other, whatever they have to do with each other: by the union bound. */
export function sequentialQuantile(steps: number, quantile: number = PROMISED_QUANTILE): number {
  return 1 - (1 - quantile) / steps;
}

/** How long an operation takes by what is promised to it. */
export interface Response {
  /** Name of the operation; the name of the service where it has none. */
  readonly operation: string;
  /** Milliseconds when every part takes as long as 99 of 100 do: own time, calls and hops. */
  readonly typical: number;
  /** Milliseconds it never exceeds, because each call is given up then. */
  readonly longest: number;
  /** Number of calls. */
  readonly calls: number;
  /** Number of groups of calls made one after the other. */
  readonly steps: number;
  /** The call that takes longest by its callee's promise. */
  readonly slowest?: Call;
}

const allResponses = remember(
  (index) =>
    new Map(index.view.services.map((service) => [service, timesOf(index, service)] as const)),
);

/** How long each operation of a service takes; calls whose callee promises nothing count with the time they are waited for. */
export function responsesOf(index: SystemIndex, service: Service): readonly Response[] {
  return allResponses(index).get(service) ?? [];
}

function timesOf(index: SystemIndex, service: Service): readonly Response[] {
  const calls = (index.callsFrom.get(service.name) ?? []).filter(isSound);
  const operations = service.contract?.operations.map(({ name }) => name) ?? [];
  const shared = calls.filter(({ during }) => during.length === 0);
  const named = new Map<string, Call[]>();
  for (const call of calls) {
    for (const handler of new Set(call.during)) {
      named.set(handler, [...(named.get(handler) ?? []), call]);
    }
  }
  return operations.map((operation) =>
    responseOf(index, service, operation, [...shared, ...(named.get(operation) ?? [])]),
  );
}

function responseOf(
  index: SystemIndex,
  { processing }: Service,
  operation: string,
  calls: readonly Call[],
): Response {
  const groups = new Map<string, { typical: number; longest: number }>();
  let slowest: Call | undefined;
  let slowestTime = 0;
  for (const call of calls) {
    const time = typicalTime(index, call);
    if (time > slowestTime) [slowest, slowestTime] = [call, time];
    const key = groupOf(call);
    const { typical, longest } = groups.get(key) ?? { typical: 0, longest: 0 };
    groups.set(key, {
      typical: Math.max(typical, time),
      longest: Math.max(longest, worstWait(call)),
    });
  }
  let [typical, longest] = [processing, processing];
  for (const group of groups.values()) {
    typical += group.typical;
    longest += group.longest;
  }
  return {
    ...{ operation, typical, longest, calls: calls.length, steps: groups.size },
    ...(slowest && { slowest }),
  };
}

/** Milliseconds within which 99 of 100 answers to a call are there, or the caller has given up. */
export function typicalTime(index: SystemIndex, call: Call): number {
  const p99 = index.services.get(call.operation.service.name)?.objective.p99;
  const patience = worstWait(call);
  return p99 === undefined ? patience : Math.min(patience, p99 + HOP_MS);
}
