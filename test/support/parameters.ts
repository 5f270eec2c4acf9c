import type { Block } from './synth-stacks';
import { blocksOf, type WrittenStack } from './written';

/** A parameter in SSM, and the region it is in. */
export interface ParameterPlace {
  readonly name: string;
  readonly region: string;
}

/** The parameters that a stack publishes or reads, by the region of their provider. */
export function parametersOf(
  stack: WrittenStack | undefined,
  kind: 'resource' | 'data',
): readonly ParameterPlace[] {
  return Object.values(blocksOf(stack, kind, 'aws_ssm_parameter')).map((block) => ({
    name: String(block['name']),
    region: regionOf(stack, block),
  }));
}

/** The region in which a block of a stack stands. */
export function regionOf(stack: WrittenStack | undefined, block: Block): string {
  const alias = typeof block['provider'] === 'string' ? block['provider'].slice(4) : undefined;
  const provider = providersOf(stack).find((each) => each.alias === alias);
  if (provider === undefined) throw new Error(`no provider for ${JSON.stringify(block)}`);
  return provider.region;
}

/** A provider of a stack: in which region, and limited to which accounts. */
export interface ProviderOfStack {
  readonly alias?: string;
  readonly region: string;
  readonly accounts: readonly unknown[];
}

/** The providers of a stack, its own first. */
export function providersOf(stack: WrittenStack | undefined): readonly ProviderOfStack[] {
  return (stack?.provider['aws'] ?? []).map(
    ({ alias, region, allowed_account_ids: accounts }): ProviderOfStack => ({
      ...(typeof alias === 'string' && { alias }),
      region: String(region),
      accounts: Array.isArray(accounts) ? accounts : [],
    }),
  );
}

/** What is wrong with what a stack reads: nobody publishes it there, or one that may come later. */
export function readingProblems(
  stack: WrittenStack,
  all: ReadonlyMap<string, WrittenStack>,
): readonly string[] {
  return parametersOf(stack, 'data').flatMap(({ name, region }) => {
    const publisher = [...all.values()].find((other) =>
      parametersOf(other, 'resource').some(
        (published) => published.name === name && published.region === region,
      ),
    );
    if (publisher === undefined) return [`nobody publishes ${name} in ${region}`];
    return stack.dependencies.includes(publisher.name)
      ? []
      : [`${stack.name} does not wait for ${publisher.name}, which publishes ${name}`];
  });
}
