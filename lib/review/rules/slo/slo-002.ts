import { formatPercent, WHOLE } from '../../../core/units';
import { neededOf, shareOfLoss } from '../../../plan/availability';
import { extraNine, promisedWhole, type Promised } from '../../../plan/promises';
import { defineRule } from '../../rule';
import { either } from '../../texts';
import { retained } from '../retained';

/** Promises in a fix are rounded down to thousandths of a percent. */
const STEP = 10_000;
/** How many promises are named. */
const NAMED = 3;

/** The promises a service relies on add up to its own. */
export const SLO_002 = defineRule(
  {
    id: 'SLO-002',
    title: 'the promises a service relies on add up to its own',
    severity: 'warning',
    rationale:
      'What a service requires may fail as often as it promises, and not only as often as it does today: its error budget is shared between its own failures and those promises. Half of it is its own unless ownAvailability says otherwise. A service that several replicas or regions stand for says so in its promise.',
    formula:
      'ownAvailability x product of the promises of the services it requires directly, of its own required stores and of the broker when it publishes without outbox >= objective.availability',
    example:
      'a service of 99.99% keeps half of 0.01% for itself; five dependencies share the other half, 0.001% each: they promise 99.999%',
    source: 'https://queue.acm.org/detail.cfm?id=3096459',
  },
  function* ({ index, view, environments }) {
    for (const environment of retained(environments)) {
      for (const service of view.services) {
        const promised = service.objective.availability;
        const { availability, promises } = promisedWhole(index, environment, service);
        if (promises.length < 2 || !(availability < promised)) continue;
        yield {
          path: service.node.path,
          problem: `in ${environment.name} objective.availability is ${formatPercent(promised)}, the promises behind it come to ${formatPercent(availability)}: ${promises
            .slice(0, NAMED)
            .map((part) => describe(part, availability))
            .join(', ')}`,
          numbers: {
            promisedPercent: promised / (WHOLE / 100),
            reliedOnPercent: availability / (WHOLE / 100),
            ownPercent: service.objective.ownAvailability / (WHOLE / 100),
          },
          fix: fixOf(promises, availability, promised),
        };
      }
    }
  },
);

function describe({ what, availability }: Promised, whole: number): string {
  const share = Math.round(100 * shareOfLoss(availability, whole));
  return `${what} ${formatPercent(availability)} takes ${share}%`;
}

function fixOf(promises: readonly Promised[], availability: number, promised: number): string {
  const callee = promises.find(({ service }) => service !== undefined);
  const needed =
    callee === undefined ? WHOLE : neededOf(callee.availability, availability, promised);
  return either(
    `set objective.availability to ${formatPercent(Math.floor(availability / STEP) * STEP)}`,
    callee !== undefined && needed < WHOLE
      ? `let ${callee.what} promise ${formatPercent(needed)} (an extra nine would be ${formatPercent(extraNine(promised))})`
      : undefined,
  );
}
