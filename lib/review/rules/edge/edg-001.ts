import { planEdge } from '../../../plan/edge-plan';
import { defineRule } from '../../rule';

/** Behaviours of a distribution, the default one included. */
const MOST_BEHAVIORS = 75;

/** Paths of reads fit the behaviours of a distribution. */
export const EDG_001 = defineRule(
  {
    id: 'EDG-001',
    title: 'paths of reads fit the behaviours of a distribution',
    severity: 'error',
    rationale:
      'Reads that may be asked for again in another region have a behaviour of the content delivery network each, by their path. CloudFront takes 75 of them unless it is asked for more.',
    formula: 'patterns of read paths open to the world + 1 for all others <= 75',
    example: '74 paths of reads fit; the 75th would be the 76th behaviour',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-web-distributions',
  },
  function* ({ index, environments }) {
    for (const environment of environments) {
      const paths = planEdge(environment, index)?.readPaths.length ?? 0;
      const most = MOST_BEHAVIORS - 1;
      if (paths <= most) continue;
      yield {
        path: environment.node.path,
        problem: `${paths} paths of reads are open to the world, a distribution has behaviours for ${most} of them`,
        numbers: { readPaths: paths, mostReadPaths: most },
        fix: `take ${paths - most} of them out of the journeys, make one path with a parameter of several, or set edge to 'none'`,
      };
    }
  },
);
