import { formatPercent } from '../../core/units';
import type { Service } from '../../model/service';
import { promiseOf, type PromiseText } from './service-inventory';
import { written } from './written';

/** What a service promises, and how much of it is its own. */
export interface ObjectiveStatus extends PromiseText {
  /** Name of the service. */
  readonly service: string;
  /** Share that would succeed with perfect dependencies. */
  readonly ownAvailability: string;
  /** Whether that share was declared, or assumed. */
  readonly ownDeclared: boolean;
}

/** What is promised, and what the manifests carry to watch it. */
export interface Monitoring {
  /** Promises, by service. */
  readonly objectives: readonly ObjectiveStatus[];
  /** Services that promise no latency. */
  readonly withoutLatency: readonly string[];
  /** What the manifests carry. */
  readonly manifests: typeof MANIFESTS;
}

/** What every service's manifests carry to be watched by, and what none of them does. */
export const MANIFESTS = {
  probes: { port: 8081, startup: '/startupz', readiness: '/readyz', liveness: '/livez' },
  metrics: { port: 15_020, what: 'those of the mesh proxy, open to the monitoring namespace' },
  absent: ['alert rules', 'dashboards'],
} as const;

/** What is promised, and what the manifests carry to watch it. */
export function monitoring(services: readonly Service[]): Monitoring {
  return {
    objectives: services.map((service) => ({
      service: service.name,
      ...promiseOf(service),
      ownAvailability: written(service.objective.ownAvailability, formatPercent),
      ownDeclared: service.objective.ownDeclared,
    })),
    withoutLatency: services
      .filter(({ objective }) => objective.p99 === undefined)
      .map(({ name }) => name),
    manifests: MANIFESTS,
  };
}
