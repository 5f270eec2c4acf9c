import { BoundedContext, Service, System, Team, type ServiceProps } from '../../lib/model';
import {
  planSystem,
  type EnvironmentPlan,
  type RegionPlan,
  type ServicePlan,
} from '../../lib/plan';
import type { Place } from '../../lib/plan/naming';

export const PLACE: Place = {
  system: 'shop',
  environment: 'production',
  region: 'eu-west-1',
  account: '111122223333',
};

/** The only item of a list. */
export function single<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error(`there are ${items.length}`);
  return first;
}

export function planOf(system: System): EnvironmentPlan {
  return single(planSystem(system).environments);
}

/** The plan of one region; of the only one when none is named. */
export function regionOf(system: System, region?: string): RegionPlan {
  const { regions } = planOf(system);
  return single(regions.filter((plan) => region === undefined || plan.region === region));
}

export function serviceOf(system: System, name: string, region?: string): ServicePlan {
  return single(regionOf(system, region).services.filter((service) => service.name === name));
}

/** A service that is as plain as can be, in a context of its own. */
export function plainService(vary: Partial<ServiceProps<string>> = {}) {
  const system = new System('shop', { domain: 'shop.example.com' });
  const team = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#commerce' });
  const context = new BoundedContext(system, 'ordering', { team, subdomain: 'core' });
  const service = new Service<string>(context, 'orders', {
    image: 'registry.example.com/shop/orders',
    replicas: { min: 2, max: 4 },
    resources: { cpu: '500m', memory: '512Mi' },
    throughput: { perReplica: 100, peak: 400 },
    objective: { availability: '99.9%' },
    ...vary,
  });
  return { system, context, service };
}
