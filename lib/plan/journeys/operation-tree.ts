import type { Call } from '../../model/call';
import type { Operation } from '../../model/operation';
import { responsesOf, typicalTime } from '../latency';
import type { SystemIndex } from '../index-of-system';
import { groupOf } from '../timeouts';
import { callsDuring } from './calls-during';
import type { Budget, PartShare } from './journey-budget';

/** An operation on the way of a journey. */
export interface OperationNode {
  /** The service that offers it. */
  readonly service: string;
  /** Name of the operation. */
  readonly operation: string;
  /** Whether the journey can go on without it; then nothing behind it is needed. */
  readonly criticality: Call['criticality'];
  /** What is done without an optional one. */
  readonly fallback?: string;
  /** Milliseconds that whoever asks counts with. */
  readonly ms: number;
  /** Whether the journey takes longer when it does. */
  readonly critical: boolean;
  /** Part of the journey's time, from 0 to 1; what is not critical takes none. */
  readonly latencyShare: number;
  /** Part of what the journey loses, with the parts it brings in and without what it calls, from 0 to 1. */
  readonly budgetShare: number;
  /** The parts it brings in; those of a service that stood before are not repeated. */
  readonly parts: readonly PartShare[];
  /** Whether the operation stood before, and what it calls is not repeated. */
  readonly repeated: boolean;
  /** What it calls. */
  readonly calls: readonly OperationNode[];
}

/** What building a tree knows and remembers. */
interface Building {
  readonly index: SystemIndex;
  readonly budget: Budget;
  readonly totalMs: number;
  readonly shown: Set<string>;
  readonly counted: Set<string>;
}

/** The steps of a journey as trees of what they call; operations behind optional calls are left out. */
export function stepTrees(
  index: SystemIndex,
  steps: readonly Operation[],
  budget: Budget,
  totalMs: number,
): readonly OperationNode[] {
  const building: Building = { index, budget, totalMs, shown: new Set(), counted: new Set() };
  return steps.map(({ service: { name: service }, name: operation }) => {
    const owner = index.services.get(service);
    const responses = owner === undefined ? [] : responsesOf(index, owner);
    const ms = responses.find((response) => response.operation === operation)?.typical ?? 0;
    return nodeOf(building, { service, operation, criticality: 'required', ms, critical: true });
  });
}

type Known = Pick<
  OperationNode,
  'service' | 'operation' | 'criticality' | 'fallback' | 'ms' | 'critical'
>;

function nodeOf(building: Building, known: Known): OperationNode {
  const { service, operation, criticality, critical, ms } = known;
  const { budget, totalMs, shown, counted } = building;
  const needed = criticality === 'required';
  const key = `${service}/${operation}`;
  const repeated = shown.has(key);
  const parts = needed && !counted.has(service) ? (budget.sharesOf.get(service) ?? []) : [];
  if (needed) {
    shown.add(key);
    counted.add(service);
  }
  return {
    ...known,
    latencyShare: critical && totalMs > 0 ? ms / totalMs : 0,
    budgetShare: parts.reduce((sum, { share }) => sum + share, 0),
    parts,
    repeated,
    calls: needed && !repeated ? callNodes(building, known) : [],
  };
}

function callNodes(building: Building, { service, operation, critical }: Known) {
  const { index } = building;
  const calls = callsDuring(index, service, operation);
  const slowest = slowestOfGroups(index, calls);
  return calls.map((call) =>
    nodeOf(building, {
      service: call.operation.service.name,
      operation: call.operation.name,
      criticality: call.criticality,
      ...(call.fallback !== undefined && { fallback: call.fallback }),
      ms: typicalTime(index, call),
      critical: critical && slowest.has(call),
    }),
  );
}

/** The calls that decide how long their group takes: of each group the slowest, the first of equals. */
function slowestOfGroups(index: SystemIndex, calls: readonly Call[]): ReadonlySet<Call> {
  const slowest = new Map<string, Call>();
  for (const call of calls) {
    const group = groupOf(call);
    const known = slowest.get(group);
    if (known === undefined || typicalTime(index, call) > typicalTime(index, known))
      slowest.set(group, call);
  }
  return new Set(slowest.values());
}
