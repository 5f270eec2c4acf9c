import type { Check } from '../check';
import { runBothEngines } from '../engines/both-engines';

/** All stacks by CDKTF and by its fork, CDK Terrain, from the same sources. */
export const enginesEqual: Check = {
  name: 'engines-equal',
  part: 'CDKTF and CDK Terrain',
  proves:
    'The types of both engines accept the sources, npm accepts the package beside both, and both write the same stacks.',
  quick: true,
  boundSeconds: 420,
  boundMiB: 2000,
  run: runBothEngines,
};
