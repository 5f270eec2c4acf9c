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
