import { defineRule } from '../../rule';
import { unreleased } from './unreleased';

/** What runs in a retained environment is said by digest. */
export const REL_001 = defineRule(
  {
    id: 'REL-001',
    title: 'what runs in a retained environment is said by digest',
    severity: 'error',
    rationale:
      'A tag can be moved after review, and two replicas of one version may then differ. A digest names one image, and the releases file is the one place that says which.',
    formula:
      "releases say a digest for every service in every region of an environment with protection 'retain'",
    example: "releases of production: { 'order-service': 'sha256:<64 hexadecimal digits>' }",
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      if (environment.protection !== 'retain') continue;
      for (const { service, regions, everywhere } of unreleased(view.services, environment)) {
        const where = everywhere ? '' : ` for ${regions.join(', ')}`;
        yield {
          path: service.node.path,
          problem: `in ${environment.name} releases say no digest of ${service.name}${where}`,
          numbers: { regionsWithoutDigest: regions.length },
          fix: `release ${service.name} to ${environment.name}: its digest goes into the releases file`,
        };
      }
    }
  },
);
