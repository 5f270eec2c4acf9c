import { compareText } from '../../../core/finding';
import { defineRule } from '../../rule';

/** Releases name services of the system. */
export const REL_003 = defineRule(
  {
    id: 'REL-003',
    title: 'releases name services of the system',
    severity: 'error',
    rationale:
      'A release of a service that does not exist is a misspelt name, and the service that was meant keeps running what it ran.',
    formula: 'every key of releases is the name of a service',
    example: "releases say 'orders-service', the service is order-service",
    source: 'ARCHITECTURE.md of groundplan',
  },
  function* ({ index, environments }) {
    for (const environment of environments) {
      for (const name of Object.keys(environment.releases).sort(compareText)) {
        if (index.services.has(name)) continue;
        yield {
          path: environment.node.path,
          problem: `releases name '${name}', which is no service`,
          numbers: { service: name },
          fix: `remove '${name}' from the releases, or write the service's name as it is declared`,
        };
      }
    }
  },
);
