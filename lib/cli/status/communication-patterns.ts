import { compareText } from '../../core/finding';
import type { SystemView } from '../../model/view';
import { groupCalls, type CallGroup } from '../call-groups';

/** How many calls there are of one protocol and weight. */
export interface CallCount {
  /** How they are spoken. */
  readonly protocol: CallGroup['protocol'];
  /** Whether the callers can answer without them. */
  readonly criticality: CallGroup['criticality'];
  /** Number of declared calls. */
  readonly count: number;
}

/** A topic with those at both ends. */
export interface TopicStatus {
  /** Name of the topic. */
  readonly name: string;
  /** Field whose value decides the partition. */
  readonly key: string;
  /** Number of partitions. */
  readonly partitions: number;
  /** Services that publish it. */
  readonly producers: readonly string[];
  /** Services that consume it. */
  readonly consumers: readonly string[];
}

/** How services speak to each other. */
export interface CommunicationPatterns {
  /** Calls by protocol and weight. */
  readonly callCounts: readonly CallCount[];
  /** Calls by caller and callee. */
  readonly calls: readonly CallGroup[];
  /** Topics, by name. */
  readonly topics: readonly TopicStatus[];
}

/** How the services of a system speak to each other. */
export function communicationPatterns(view: SystemView): CommunicationPatterns {
  const calls = groupCalls(view.calls);
  const ends = (end: 'publications' | 'consumptions'): ReadonlyMap<string, readonly string[]> => {
    const services = new Map<string, string[]>();
    for (const service of view.services)
      for (const { topic } of service[end])
        services.set(topic.node.path, [...(services.get(topic.node.path) ?? []), service.name]);
    return services;
  };
  const producers = ends('publications');
  const consumers = ends('consumptions');
  return {
    callCounts: countCalls(calls),
    calls,
    topics: view.topics.map(({ node, name, key, partitions }) => ({
      name,
      key,
      partitions,
      producers: producers.get(node.path) ?? [],
      consumers: consumers.get(node.path) ?? [],
    })),
  };
}

function countCalls(groups: readonly CallGroup[]): readonly CallCount[] {
  const counts = new Map<string, CallCount>();
  for (const { protocol, criticality, operations } of groups) {
    const key = `${protocol} ${criticality}`;
    const count = (counts.get(key)?.count ?? 0) + operations.length;
    counts.set(key, { protocol, criticality, count });
  }
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([, count]) => count);
}
