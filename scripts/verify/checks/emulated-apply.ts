import type { Check } from '../check';
import { deleteParameter, putParameter } from '../emulator/aws-call';
import { withEmulatedCloud } from '../emulator/emulated-cloud';
import { liveOnce } from '../emulator/live-once';
import { parametersExpected, quickPart } from '../emulator/quick-part';
import { readStacks } from '../stack-files';

const PLACE = { account: '444455556666', region: 'ap-northeast-2' } as const;

/** A part of staging is applied, planned again and destroyed, in a few minutes. */
export const emulatedApply: Check = {
  name: 'emulated-apply',
  part: 'Terraform and the AWS provider on an emulated cloud',
  proves:
    'two services and what is below them are applied, a second plan is empty, and destroy leaves nothing',
  quick: false,
  boundSeconds: 15 * 60,
  boundMiB: 4 * 1024,
  run: async (context) => {
    const all = readStacks(context.stacks, 'shop-staging-*');
    return withEmulatedCloud(context, all, async (cloud) => {
      const stacks = quickPart(all);
      const parameters = parametersExpected(stacks);
      const place = { ...PLACE, endpoint: cloud.emulator.endpoint };
      return liveOnce(context, cloud, {
        ...{ stacks, from: context.stacks, parallel: 3 },
        before: async () => {
          for (const { name, value } of parameters) await putParameter(place, name, value);
        },
        after: async () => {
          for (const { name } of parameters) await deleteParameter(place, name);
        },
      });
    });
  },
};
