import { Instance } from '@cdktf/provider-aws/lib/instance';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import type { Case } from '../../judged';

const TOKENS = (httpTokens: string) => ({ metadataOptions: { httpTokens } });

/** What the rule says of each type it knows. */
export const METADATA_SERVICE_CASES: readonly Case[] = [
  {
    type: 'aws_launch_template',
    fine: (stack) => new LaunchTemplate(stack, 'R', TOKENS('required')),
    breach: (stack) => new LaunchTemplate(stack, 'R', {}),
    says: "metadataOptions.httpTokens is not set, 'required' is needed; set it to 'required'",
  },
  {
    type: 'aws_instance',
    fine: (stack) => new Instance(stack, 'R', TOKENS('required')),
    breach: (stack) => new Instance(stack, 'R', TOKENS('optional')),
    says: `metadataOptions.httpTokens is "optional", 'required' is needed; set it to 'required'`,
  },
];
