import { formatPercent } from '../../../core/units';
import { planSlos, requestRate } from '../../../plan/slo-plan';
import { finestPromise, leastRate, MIN_FAILURES } from '../../../plan/slo-windows';
import { defineRule } from '../../rule';
import { count, either } from '../../texts';
import { retained } from '../retained';

/** Promises in a fix are rounded down to thousandths of a percent. */
const STEP = 10_000;

/** There are enough requests to tell failures from chance. */
export const SLO_011 = defineRule(
  {
    id: 'SLO-011',
    title: 'there are enough requests to tell failures from chance',
    severity: 'warning',
    rationale: `Fewer than ${MIN_FAILURES} failures wake nobody. Where even at the peak so few are asked that the budget is used before ${MIN_FAILURES} fail, the promise is finer than what can be seen of it.`,
    formula: `requests a second at the peak x window x budget share x period / window x (100% - promise) >= ${MIN_FAILURES}, for the shortest window of a page`,
    example:
      'a promise of 99.99% over 30 days is told in an hour at 0.144% failures: 10 of them need 6,945 requests an hour, 1.93 a second',
    source: 'https://sre.google/workbook/alerting-on-slos/',
  },
  function* ({ index, view, environments }) {
    for (const environment of retained(environments)) {
      for (const service of view.services) {
        const [slo] = planSlos(index, service);
        const window = slo?.windows.find(({ severity }) => severity === 'page');
        const rate = requestRate(index, environment, service);
        if (window === undefined || rate === 0 || rate >= leastRate(window)) continue;
        const finest = finestPromise(rate, window);
        const least = Number(leastRate(window).toPrecision(3));
        yield {
          path: service.node.path,
          problem: `in ${environment.name} it is asked ${Number(rate.toPrecision(3))} times a second at the peak, and its promise needs ${least} to be told of ${MIN_FAILURES} failures in time`,
          numbers: { requestsPerSecond: rate, neededPerSecond: least },
          fix: either(
            finest === undefined
              ? undefined
              : `set objective.availability to ${formatPercent(Math.floor(finest / STEP) * STEP)}`,
            `let a probe ask it ${count(Math.ceil(least - rate), 'time')} a second as well`,
          ),
        };
      }
    }
  },
);
