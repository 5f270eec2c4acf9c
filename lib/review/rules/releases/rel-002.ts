import { defineRule } from '../../rule';
import { count, listNames } from '../../texts';
import { unreleased } from './unreleased';

/** What runs in a disposable environment is said by digest. */
export const REL_002 = defineRule(
  {
    id: 'REL-002',
    title: 'what runs in a disposable environment is said by digest',
    severity: 'warning',
    rationale:
      'Without a digest a service runs whatever its repository calls latest. An environment that may be thrown away may do so, but what it shows cannot be repeated.',
    formula:
      "releases say a digest for every service in every region of an environment with protection 'disposable'",
    example: 'releases of a preview name 11 of 12 services: the twelfth runs latest',
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      if (environment.protection !== 'disposable') continue;
      const missing = unreleased(view.services, environment);
      if (missing.length === 0) continue;
      yield {
        path: environment.node.path,
        problem: `releases say no digest of ${count(missing.length, 'service')}, which run latest: ${listNames(missing.map(({ service }) => service.name))}`,
        numbers: { servicesWithoutDigest: missing.length, services: view.services.length },
        fix: `release to ${environment.name}: digests go into the releases file`,
      };
    }
  },
);
