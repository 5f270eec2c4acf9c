import { formatPercent, WHOLE } from '../../../core/units';
import { planSlos } from '../../../plan/slo-plan';
import { burnTable } from '../../../plan/slo-windows';
import { defineRule } from '../../rule';

/** Somebody can be woken for a promise. */
export const SLO_010 = defineRule(
  {
    id: 'SLO-010',
    title: 'somebody can be woken for a promise',
    severity: 'error',
    rationale:
      'An alert fires when the error budget is used so many times as fast as its period allows. A promise so loose that every request may fail without reaching that speed has alerts that never fire.',
    formula:
      'for one window of a page at the least: budget share x period / window x (100% - promise) <= 100%',
    example:
      'over 30 days 5% of the budget in 6 hours is a speed of 6: a promise of 83.4% pages at 99.6% failures, one of 80% would need 120%',
    source: 'https://sre.google/workbook/alerting-on-slos/',
  },
  function* ({ index, view }) {
    for (const service of view.services) {
      for (const { name, target, period, windows } of planSlos(index, service)) {
        // What cannot be read is a finding already.
        if (Number.isNaN(target)) continue;
        if (name !== 'availability' || windows.some(({ severity }) => severity === 'page'))
          continue;
        const factors = burnTable(target, period).filter(({ severity }) => severity === 'page');
        const least = Math.min(...factors.map(({ factor }) => factor));
        const needed = WHOLE - Math.floor(WHOLE / least);
        yield {
          path: service.node.path,
          problem: `objective.availability is ${formatPercent(target)}: a page over ${period} asks for ${least} times the budget, which is more than every request`,
          numbers: { promisedPercent: target / (WHOLE / 100), leastFactor: least },
          fix: `set objective.availability to ${formatPercent(needed)} or more`,
        };
      }
    }
  },
);
