import type { Check } from '../check';
import { withEmulatedCloud } from '../emulator/emulated-cloud';
import { excerptOf } from '../emulator/excerpt';
import { liveOnce } from '../emulator/live-once';
import { readStacks } from '../stack-files';

/** A service with a table, its key, its role and its alarms. */
const STACK = 'shop-staging-*-svc-cart-service';
/** What of it needs no stack of another layer. */
const ALONE = /^aws_(?:dynamodb_table|kms_\w+|cloudwatch_metric_alarm|iam_role)$/;

/** The stack of one service is applied, planned again and destroyed, in a few minutes. */
export const emulatedApply: Check = {
  name: 'emulated-apply',
  part: 'Terraform and the AWS provider on an emulated cloud',
  proves:
    'data and role of a service are applied, a second plan is empty, and destroy leaves nothing',
  quick: true,
  boundSeconds: 10 * 60,
  boundMiB: 4 * 1024,
  run: async (context) => {
    const stacks = readStacks(context.stacks, STACK).map((stack) => ({
      ...stack,
      content: excerptOf(stack.content, (type) => ALONE.test(type)),
    }));
    return withEmulatedCloud(context, stacks, (cloud) =>
      liveOnce(context, cloud, { stacks, from: context.stacks, parallel: 1 }),
    );
  },
};
