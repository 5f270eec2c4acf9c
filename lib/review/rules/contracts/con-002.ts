import { defineRule } from '../../rule';
import { classifiedEdges } from './classified-data';

/** Classified data reaches only services that may see it. */
export const CON_002 = defineRule(
  {
    id: 'CON-002',
    title: 'classified data reaches only services that may see it',
    severity: 'error',
    rationale:
      'Personal data and data of cards spread with every topic that is consumed and every answer that is passed on. A service that says what it handles has been looked at; one that does not has not, and neither have its logs, its backups and the people who run it.',
    formula:
      'for every topic that a service publishes or consumes, and every operation that it offers or calls: the classes of its fields are among `handles`',
    example:
      "email of shop.order.OrderPlaced is pii; search-service consumes order-placed and handles nothing: say handles: ['pii'], or do not consume it",
    source: 'https://gdpr-info.eu/art-5-gdpr/',
  },
  function* ({ index }) {
    for (const { service, classification, fields, way, path } of classifiedEdges(index)) {
      if (service.handles.includes(classification)) continue;
      yield {
        path,
        problem: `${service.name} ${way} and does not handle ${classification}: ${fields}`,
        numbers: { service: service.name, classification },
        fix: `add '${classification}' to handles of ${service.name}, or take the fields out of the contract`,
      };
    }
  },
);
