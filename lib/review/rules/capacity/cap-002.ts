import { demandsOf } from '../../../plan/demand';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { retained } from '../retained';

/** How many of those who ask are named. */
const NAMED = 3;

/** What is asked of a service stays within its declared peak. */
export const CAP_002 = defineRule(
  {
    id: 'CAP-002',
    title: 'what is asked of a service stays within its declared peak',
    severity: 'error',
    rationale:
      'A peak is a promise to callers: replicas, connections and limits follow from it. When callers, journeys and topics together ask for more, the one who declared least is served no better than the others.',
    formula:
      'sum over calls of rate (the peak of the caller where none is declared) + peak of each consumed topic + journeys through it <= throughput.peak, in retained environments',
    example:
      'two callers of 300 and 250 requests a second ask for 550: a peak of 500 is not enough',
    source: 'https://sre.google/sre-book/handling-overload/',
  },
  function* ({ index, view, environments }) {
    for (const environment of retained(environments)) {
      const demands = demandsOf(index, environment);
      for (const service of view.services) {
        const { total = 0, sources = [] } = demands.get(service.name) ?? {};
        const { peak } = sizeOf(environment, service).throughput;
        if (!(total > peak)) continue;
        const asked = sources
          .slice(0, NAMED)
          .map(({ what, rate }) => `${what} ${Math.ceil(rate)}`)
          .join(', ');
        yield {
          path: service.node.path,
          problem: `in ${environment.name} throughput.peak is ${peak}, and ${Math.ceil(total)} a second are asked of it: ${asked}${sources.length > NAMED ? ` and ${sources.length - NAMED} more` : ''}`,
          numbers: { peak, demand: Math.ceil(total), sources: sources.length },
          fix: `set throughput.peak to ${Math.ceil(total)}, or declare the rate of calls that are rarer than one for each request of their caller`,
        };
      }
    }
  },
);
