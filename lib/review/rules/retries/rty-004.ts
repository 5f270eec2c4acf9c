import { capacityOf, replicasFor } from '../../../plan/capacity';
import { demandsOf } from '../../../plan/demand';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { retained } from '../retained';

/** A service that comes back can carry the retries that wait for it. */
export const RTY_004 = defineRule(
  {
    id: 'RTY-004',
    title: 'a service that comes back can carry the retries that wait for it',
    severity: 'warning',
    rationale:
      'While a service fails, every call to it is tried as often as it may be. When it is back and its most replicas cannot carry that, it is pushed over again and stays down although nothing is wrong with it any more.',
    formula:
      'sum over calls of rate x tries along the worst path + topics + journeys <= replicas.max x throughput.perReplica, in retained environments; only where the demand without retries fits',
    example:
      '400 calls a second tried 3 times are 1200 a second: 10 replicas of 100 carry 1000 of them',
    source: 'https://sre.google/sre-book/handling-overload/',
  },
  function* ({ index, view, environments }) {
    for (const environment of retained(environments)) {
      const demands = demandsOf(index, environment);
      for (const service of view.services) {
        const demand = demands.get(service.name);
        const { replicas, throughput } = sizeOf(environment, service);
        const capacity = capacityOf(replicas.max, throughput.perReplica);
        if (demand === undefined || demand.total > capacity || !(demand.tried > capacity)) continue;
        yield {
          path: service.node.path,
          problem: `in ${environment.name} ${Math.ceil(demand.total)} requests a second become up to ${Math.ceil(demand.tried)} when all of them are tried again, ${replicas.max} replicas carry ${capacity}`,
          numbers: {
            demand: Math.ceil(demand.total),
            triedDemand: Math.ceil(demand.tried),
            capacity,
            maxReplicas: replicas.max,
          },
          fix: `set replicas.max to ${replicasFor(demand.tried, throughput.perReplica)}, or lower the retries of the calls to it`,
        };
      }
    }
  },
);
