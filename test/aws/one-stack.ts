import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Block, SynthesizedStack } from '../support/synth-stacks';
import { synthStacks } from '../support/synth-stacks';

/** Synthesises one stack with an AWS provider. */
export function synthOne(build: (stack: TerraformStack) => void): SynthesizedStack {
  return synthStacks((app) => {
    const stack = new TerraformStack(app, 'test');
    new AwsProvider(stack, 'Aws', { region: 'eu-west-1' });
    build(stack);
  })('test');
}

/** All resources of a type, in order of their addresses. */
export function all(stack: SynthesizedStack, type: string): readonly Block[] {
  return Object.values(stack.resource?.[type] ?? {});
}

/** The only resource of a type. */
export function only(stack: SynthesizedStack, type: string): Block {
  const [block, ...more] = all(stack, type);
  if (block === undefined || more.length > 0)
    throw new Error(`${type} occurs ${all(stack, type).length} times, not once`);
  return block;
}

/** What a construct throws when it is built. */
export function thrownBy(build: (stack: TerraformStack) => void): () => unknown {
  return () => synthOne(build);
}

/** A policy argument, parsed. */
export function policyOf(block: Block, argument = 'policy'): unknown {
  return JSON.parse(String(block[argument]));
}
