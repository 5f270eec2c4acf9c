import { formatPercent, WHOLE } from '../../../core/units';
import { compositesOf, neededOf, shareOfLoss } from '../../../plan/availability';
import type { Composite, Part } from '../../../plan/availability';
import { defineRule } from '../../rule';
import { either } from '../../texts';

/** Promises in a fix are rounded down to thousandths of a percent. */
const STEP = 10_000;

/** A service promises no more than its required parts allow. */
export const SLO_001 = defineRule(
  {
    id: 'SLO-001',
    title: 'a service promises no more than its required parts allow',
    severity: 'error',
    rationale:
      'A service that needs all of its parts is there only when all of them are: their availabilities multiply. A part counts once, however many ways lead to it. Environments that may be disposed of promise nothing and are not judged.',
    formula:
      'product of the availability of the service itself, of each service it reaches over required calls, of the required stores of each, and of the broker when one of them publishes without outbox >= objective.availability',
    example: 'three parts of 99.99% allow 0.9999^3 = 99.970003%, so a promise of 99.98% is refused',
    source: 'https://queue.acm.org/detail.cfm?id=3096459',
  },
  function* ({ index, environments }) {
    for (const environment of environments) {
      if (environment.protection !== 'retain') continue;
      for (const composite of compositesOf(index, environment)) {
        const { service, availability, parts, costliest } = composite;
        const promised = service.objective.availability;
        if (!(availability < promised)) continue;
        yield {
          path: service.node.path,
          problem: `in ${environment.name} objective.availability is ${formatPercent(promised)}, its ${parts} required parts allow ${formatPercent(availability)}: ${costliest.map((part) => describe(part, availability)).join(', ')}`,
          numbers: {
            promisedPercent: promised / (WHOLE / 100),
            allowedPercent: availability / (WHOLE / 100),
            requiredParts: parts,
          },
          fix: fixOf(composite),
        };
      }
    }
  },
);

function describe(part: Part, whole: number): string {
  const share = Math.round(100 * shareOfLoss(part.availability, whole));
  return `${nameOf(part)} ${formatPercent(part.availability)} costs ${share}%`;
}

function nameOf({ kind, name, owner }: Part): string {
  if (kind === 'service') return name;
  return kind === 'store' ? `store ${name} of ${owner}` : 'the Kafka broker';
}

function fixOf({ service, availability, costliest }: Composite): string {
  const { availability: promised, ownAvailability } = service.objective;
  const other = costliest.find(({ kind, name }) => !(kind === 'service' && name === service.name));
  const own = neededOf(ownAvailability, availability, promised);
  return either(
    `set objective.availability to ${formatPercent(Math.floor(availability / STEP) * STEP)}`,
    own < WHOLE ? `objective.ownAvailability to ${formatPercent(own)}` : undefined,
    other && remedy(other, service.name),
  );
}

function remedy(part: Part, service: string): string {
  if (part.kind === 'broker') return 'publish with an outbox';
  if (part.kind === 'store' && part.owner === service) return `make store ${part.name} optional`;
  return `make the call that leads to ${part.owner} optional`;
}
