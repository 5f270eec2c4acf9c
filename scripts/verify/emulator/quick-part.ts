import { objectAt, type StackFile } from '../stack-files';
import { excerptOf } from './excerpt';

/** What of a layer is taken; all of it where no type is named. */
const PARTS: Readonly<Record<string, RegExp | undefined>> = {
  identity: /^aws_iam_policy\.Boundary/,
  network: /^aws_ssm_parameter\./,
  cluster: /^aws_ssm_parameter\./,
  'svc-cart-service': undefined,
  'svc-order-service': undefined,
};

/** What the layers that are not taken would publish, by the end of its name. */
const PUBLISHED: Readonly<Record<string, string>> = {
  '/kafka/cluster-arn':
    'arn:aws:kafka:ap-northeast-2:444455556666:cluster/stand-in/00000000-0000-0000-0000-000000000000-1',
};

/** A parameter that has to be there before the stacks are applied. */
export interface ExpectedParameter {
  /** Its name, for example `/shop/staging/eu-west-1/kafka/cluster-arn`. */
  readonly name: string;
  /** What it says. */
  readonly value: string;
}

/**
 * A service with a table and one with a database, whole, and of what is below them no more than they need: as much of
 * staging as is applied and destroyed in a few minutes.
 */
export function quickPart(stacks: readonly StackFile[]): readonly StackFile[] {
  return Object.entries(PARTS).map(([layer, wanted]) => {
    const stack = stacks.find(({ name }) => name.endsWith(`-${layer}`));
    if (stack === undefined)
      throw new Error(`no stack ends in -${layer}; take the part of another in quick-part.ts`);
    if (wanted === undefined) return stack;
    const content = excerptOf(stack.content, (type, name) => wanted.test(`${type}.${name}`));
    return { ...stack, content };
  });
}

/** What stacks read and none of them publishes. */
export function parametersExpected(stacks: readonly StackFile[]): readonly ExpectedParameter[] {
  const names = (kind: 'resource' | 'data'): ReadonlySet<string> =>
    new Set(
      stacks.flatMap(({ content }) => {
        const blocks = objectAt(objectAt(content, kind), 'aws_ssm_parameter');
        return Object.keys(blocks)
          .map((key) => objectAt(blocks, key)['name'])
          .filter((name) => typeof name === 'string');
      }),
    );
  const published = names('resource');
  return [...names('data')]
    .filter((name) => !published.has(name))
    .sort()
    .map((name) => {
      const value = Object.entries(PUBLISHED).find(([end]) => name.endsWith(end))?.[1];
      if (value === undefined)
        throw new Error(`nothing publishes ${name}; say in quick-part.ts what it is`);
      return { name, value };
    });
}
