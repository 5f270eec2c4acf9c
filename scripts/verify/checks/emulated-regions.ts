import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { withEmulatedCloud } from '../emulator/emulated-cloud';
import { liveOnce } from '../emulator/live-once';
import { synthesise } from '../fixtures/synthesise';
import { readStacks } from '../stack-files';

/** A system in two regions, with data of every placement. */
export const emulatedRegions: Check = {
  name: 'emulated-regions',
  part: 'Terraform and the AWS provider on an emulated cloud',
  proves:
    'data of every placement is applied in two regions, a second plan is empty, and destroy leaves nothing',
  quick: false,
  boundSeconds: 40 * 60,
  boundMiB: 6 * 1024,
  run: async (context) => {
    const folder = join(context.folder, 'system');
    mkdirSync(folder, { recursive: true });
    context.progress('synthesising a system of two regions');
    const from = await synthesise({
      ...{ root: context.root, folder, environment: context.environment },
      system: join(context.root, 'scripts/verify/fixtures/two-regions.ts'),
    });
    const stacks = readStacks(from);
    return withEmulatedCloud(context, stacks, (cloud) =>
      liveOnce(context, cloud, { stacks, from, parallel: 3 }),
    );
  },
};
