import { join } from 'node:path';
import type { Check } from '../check';
import { withEmulatedCloud } from '../emulator/emulated-cloud';
import { tellFaults } from '../emulator/faults/fault-story';
import { readStacks } from '../stack-files';

/** What happens when the cloud fails in the middle of a deployment. */
export const emulatedFaults: Check = {
  name: 'emulated-faults',
  part: 'Terraform and the AWS provider on an emulated cloud',
  proves:
    'a run that is throttled, refused, killed or locked out says so, and a plain run afterwards completes it without losing or doubling anything',
  quick: false,
  boundSeconds: 40 * 60,
  boundMiB: 3 * 1024,
  run: async (context) => {
    const stacks = readStacks(context.stacks, 'shop-staging-*');
    return withEmulatedCloud(context, stacks, async (cloud) => {
      const { problems, notes, faults } = await tellFaults({
        ...{ cloud, stacks, progress: context.progress },
        folder: join(context.folder, 'faults'),
      });
      return { problems, notes, figure: `${faults} faults survived`, versions: cloud.versions };
    });
  },
};
