import type { Call } from '../model/call';
import type { Environment } from '../model/environment';
import type { Service } from '../model/service';
import type { SystemIndex } from './index-of-system';
import { rememberIn } from './remember';
import { retryChains } from './retries';
import { sizeOf } from './sizes';

/** Who asks how much of a service. */
export interface Source {
  /** Who asks, for messages. */
  readonly what: string;
  /** Requests or records a second at the peak of one region. */
  readonly rate: number;
}

/** What is asked of a service at the peak of one region. */
export interface ServiceDemand {
  /** Requests and records a second. */
  readonly total: number;
  /** Requests a second when every call is tried as often as it may be. */
  readonly tried: number;
  /** Who asks, the most first. */
  readonly sources: readonly Source[];
}

/**
 * Calls a second at the peak of one region: as declared beside the declared peak of the caller, which may be another in an
 * environment; one for each request of the caller where nothing is declared.
 */
export function callRate(environment: Environment, caller: Service, { rate }: Call): number {
  const { peak } = sizeOf(environment, caller).throughput;
  return rate === undefined ? peak : (rate * peak) / caller.throughput.peak;
}

/** What is asked of each service of an environment: by its callers, by journeys and by the topics it consumes. */
export const demandsOf = rememberIn(demandsIn);

function demandsIn(
  index: SystemIndex,
  environment: Environment,
): ReadonlyMap<string, ServiceDemand> {
  const tries = new Map(retryChains(index).map((chain) => [chain.call, chain.tries]));
  return new Map(
    index.view.services.map((service) => {
      const asked = askedBy(index, environment, service);
      const consumed = service.consumptions.flatMap(({ topic }): readonly Source[] =>
        topic.peak === undefined ? [] : [{ what: `topic ${topic.name}`, rate: topic.peak }],
      );
      const entries = index.entryRates.get(service.name);
      const world = entries === undefined ? [] : [{ what: 'the world', rate: entries }];
      const sources = [...asked.map(({ source }) => source), ...consumed, ...world];
      const more = asked.map(
        ({ call, source }) => source.rate * Math.max(0, (tries.get(call) ?? 1) - 1),
      );
      const total = sum(sources.map(({ rate }) => rate));
      const demand: ServiceDemand = {
        total,
        tried: total + sum(more),
        sources: sources.toSorted((a, b) => b.rate - a.rate),
      };
      return [service.name, demand];
    }),
  );
}

function askedBy(index: SystemIndex, environment: Environment, service: Service) {
  return (index.callsTo.get(service.name) ?? []).flatMap((call) => {
    const caller = index.services.get(call.caller.name);
    if (caller === undefined || caller === service) return [];
    const rate = callRate(environment, caller, call);
    return [{ call, source: { what: `${caller.name} by ${call.operation.name}`, rate } }];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
