import { topologicalOrder } from '../../core/graph';
import type { Call } from '../../model/call';
import type { Environment } from '../../model/environment';
import { callRate } from '../demand';
import type { SystemIndex } from '../index-of-system';
import { isSound } from '../timeouts';
import { costOfCall } from '../traffic';
import { callsDuring } from './calls-during';

/** What the traffic behind a journey costs. */
export interface JourneyTraffic {
  /** US dollars a month, at the peak all the time, in all regions. */
  readonly monthlyDollars: number;
  /** Calls of which nothing is known, because they declare no payload. */
  readonly unpricedCalls: number;
}

/** Requests a second by journey. */
type Flow = ReadonlyMap<string, number>;

/**
 * What the traffic of each journey's calls costs, by the name of the journey: the cost of each call is shared by the
 * journeys that lead to it, as often as they do. Nothing is known where calls form a cycle.
 */
export function journeyTraffic(
  index: SystemIndex,
  environment: Environment,
): ReadonlyMap<string, JourneyTraffic> {
  const ordering = topologicalOrder(reachedFrom(index));
  if (!ordering.ok) return new Map();
  const costs = new Map<string, { monthlyDollars: number; unpricedCalls: number }>();
  const flows = new Map<string, Map<string, number>>();
  for (const key of ordering.order) {
    const flow = entriesOf(index, key);
    for (const call of callsTo(index, key)) {
      const shares = sharesOf(flows, call, index);
      const dollars = costOfCall(index, environment, call);
      const caller = index.services.get(call.caller.name);
      const rate = caller === undefined ? 0 : callRate(environment, caller, call);
      for (const [journey, share] of shares) {
        flow.set(journey, (flow.get(journey) ?? 0) + rate * share);
        const cost = costs.get(journey) ?? { monthlyDollars: 0, unpricedCalls: 0 };
        if (dollars === undefined) cost.unpricedCalls += 1;
        else cost.monthlyDollars += dollars * share;
        costs.set(journey, cost);
      }
    }
    flows.set(key, flow);
  }
  return costs;
}

/** The operations that journeys come to, and which of them lead to which. */
function reachedFrom(index: SystemIndex): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, readonly string[]>();
  const open = index.view.journeys.flatMap(({ steps }) =>
    steps.map(({ service, name }) => ({ service: service.name, name })),
  );
  // A list that is walked hands out what is added on the way.
  for (const { service, name } of open) {
    if (graph.has(keyOf(service, name))) continue;
    const called = callsDuring(index, service, name).map(({ operation }) => ({
      service: operation.service.name,
      name: operation.name,
    }));
    graph.set(
      keyOf(service, name),
      called.map((each) => keyOf(each.service, each.name)),
    );
    open.push(...called);
  }
  return graph;
}

function entriesOf({ view }: SystemIndex, key: string): Map<string, number> {
  const entries = new Map<string, number>();
  for (const { name, steps, peak } of view.journeys) {
    const times = steps.filter((step) => keyOf(step.service.name, step.name) === key).length;
    if (times > 0) entries.set(name, times * peak);
  }
  return entries;
}

function callsTo(index: SystemIndex, key: string): readonly Call[] {
  const [service = '', operation = ''] = key.split(SEPARATOR);
  return (index.callsTo.get(service) ?? []).filter(
    (call) => isSound(call) && call.operation.name === operation,
  );
}

/** The part that each journey has in the requests during which a call is made. */
function sharesOf(
  flows: ReadonlyMap<string, Flow>,
  { caller, during }: Call,
  index: SystemIndex,
): Flow {
  const offered = index.services.get(caller.name)?.contract?.operations ?? [];
  const handlers = during.length === 0 ? offered.map(({ name }) => name) : during;
  const sums = new Map<string, number>();
  for (const handler of new Set(handlers)) {
    for (const [journey, rate] of flows.get(keyOf(caller.name, handler)) ?? [])
      sums.set(journey, (sums.get(journey) ?? 0) + rate);
  }
  const all = [...sums.values()].reduce((total, rate) => total + rate, 0);
  return new Map([...sums].map(([journey, rate]) => [journey, rate / all]));
}

const SEPARATOR = '/';

function keyOf(service: string, operation: string): string {
  return `${service}${SEPARATOR}${operation}`;
}
