import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { TerraformStack } from 'cdktf';
import type { Case } from '../../judged';

/** What is said of tags that are missing. */
export const MISSING = (tags: string) =>
  `neither tags nor defaultTags of the provider have ${tags}; add them to defaultTags of the provider`;
/** A provider that adds no tags, or these. */
export const other = (stack: TerraformStack, tags?: Record<string, string>) =>
  new AwsProvider(stack, 'Other', {
    ...{ alias: 'other', region: 'us-east-1' },
    defaultTags: tags && [{ tags }],
  });

/** What the rule says of each type it knows. */
export const TAGS_CASES: readonly Case[] = [
  {
    type: '*',
    fine: (stack) => new Vpc(stack, 'R', {}),
    breach: (stack) => new Vpc(stack, 'R', { provider: other(stack) }),
    says: MISSING('System, Environment'),
  },
  {
    type: '*',
    fine: (stack) =>
      new Vpc(stack, 'R', {
        provider: other(stack, { System: 'shop' }),
        tags: { Environment: 'a' },
      }),
    breach: (stack) =>
      new Vpc(stack, 'R', { provider: other(stack, { System: 'shop' }), tags: { Name: 'a' } }),
    says: MISSING('Environment'),
  },
  {
    type: '*',
    fine: (stack) => {
      new Vpc(stack, 'R', { provider: other(stack) }).addOverride('tags', {
        System: 'shop',
        Environment: 'a',
      });
    },
    breach: (stack) => {
      new Vpc(stack, 'R', { provider: other(stack) }).addOverride('tags.System', 'shop');
    },
    says: MISSING('Environment'),
  },
];
