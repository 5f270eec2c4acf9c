import { join } from 'node:path';
import type { Check } from '../check';
import { makeCdktfProject } from '../emulator/cdktf-project';
import { withEmulatedCloud } from '../emulator/emulated-cloud';
import { rolesExpected } from '../emulator/prepare-account';
import { liveInStaging } from '../emulator/staging-life';
import { readStacks } from '../stack-files';

const PATTERNS = ['shop-registry', 'shop-staging-*'] as const;

/** `cdktf deploy` of the whole of staging, a change of it, and its end. */
export const emulatedStaging: Check = {
  name: 'emulated-staging',
  part: 'cdktf, Terraform and the AWS provider on an emulated cloud',
  proves:
    'staging is deployed whole in order, a second plan is empty, a change loses no data, and destroy leaves nothing',
  quick: false,
  boundSeconds: 60 * 60,
  boundMiB: 6 * 1024,
  run: async (context) => {
    const { root, folder, progress } = context;
    const stacks = PATTERNS.flatMap((pattern) => readStacks(context.stacks, pattern));
    return withEmulatedCloud(context, stacks, async (cloud) => {
      const project = makeCdktfProject({
        ...{ root, terraform: cloud.terraform },
        folder: join(folder, 'project'),
        system: join(root, 'systems/shop/system.ts'),
      });
      project.aim(cloud.target);
      const { problems, notes, figure } = await liveInStaging({
        ...{ project, cloud, patterns: PATTERNS, parallel: 3, progress },
        ...{ states: cloud.states, roles: rolesExpected(stacks) },
        grownSystem: join(root, 'scripts/verify/emulator/grown-shop.ts'),
      });
      return { problems, notes, figure, versions: cloud.versions };
    });
  },
};
