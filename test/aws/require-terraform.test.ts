import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { requireWriteOnlyArguments } from '../../lib/aws/require-terraform';
import { synthOne } from './one-stack';

test('the stack of the scope needs a Terraform that knows write-only arguments', () => {
  expect(synthOne(requireWriteOnlyArguments).terraform).toMatchObject({
    required_version: '>= 1.11.0',
  });
});

test('a stack asks for no version of Terraform by itself', () => {
  expect(synthOne(() => undefined).terraform).not.toHaveProperty('required_version');
});

describe('CDK Terrain is told which versions have write-only arguments', () => {
  const targetsOf = ({ node }: Construct): unknown => node.tryGetContext('targetVersions');
  const inApp = (context?: Readonly<Record<string, unknown>>) => {
    const stack = new TerraformStack(Testing.app({ context }), 'test');
    return { stack, scope: new Construct(stack, 'Scope') };
  };

  test('for what is in the scope, and for nothing beside it', () => {
    const { stack, scope } = inApp();
    requireWriteOnlyArguments(scope);
    expect(targetsOf(new Construct(scope, 'Child'))).toEqual({
      terraform: '>=1.11.0',
      opentofu: '>=1.11.0',
    });
    expect(targetsOf(stack)).toBeUndefined();
  });

  test('but what the app names stands', () => {
    const { scope } = inApp({ targetVersions: { terraform: '>=1.13.0' } });
    requireWriteOnlyArguments(scope);
    expect(targetsOf(scope)).toEqual({ terraform: '>=1.13.0' });
  });

  test('but a scope that has children takes no word any more', () => {
    const { scope } = inApp();
    new Construct(scope, 'Child');
    requireWriteOnlyArguments(scope);
    expect(targetsOf(scope)).toBeUndefined();
  });
});
