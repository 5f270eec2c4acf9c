import { platformVariables } from '../../../plan/platform-variables';
import { defineRule } from '../../rule';

/** Variables of the platform are not set by hand. */
export const CFG_001 = defineRule(
  {
    id: 'CFG-001',
    title: 'variables of the platform are not set by hand',
    severity: 'error',
    rationale:
      'Addresses, names of stores and topics, service name and region follow from declarations. A value of ones own under such a name would be overwritten, or would point at something that was never declared and is not allowed.',
    formula: 'config and secrets share no name with the variables derived for the service',
    example:
      'a service that calls inventory-service finds INVENTORY_SERVICE_ADDRESS in its environment',
    source: 'ARCHITECTURE.md of groundplan',
  },
  function* ({ index, view }) {
    const derivedOf = platformVariables(index);
    for (const service of view.services) {
      const own = (['config', 'secrets'] as const).flatMap((property) =>
        Object.keys(service[property])
          .sort()
          .map((variable) => ({ property, variable })),
      );
      if (own.length === 0) continue;
      const derived = derivedOf(service);
      for (const { property, variable } of own) {
        if (!derived.has(variable)) continue;
        yield {
          path: service.node.path,
          problem: `${property} sets ${variable}, which the platform derives for ${service.name}`,
          numbers: { variable },
          fix: `remove ${variable} from ${property}, or give it another name`,
        };
      }
    }
  },
);
