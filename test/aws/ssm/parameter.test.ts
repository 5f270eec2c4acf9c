import { TerraformOutput } from 'cdktf';
import { readParameter } from '../../../lib/aws/ssm/parameter';
import { synthOne, thrownBy } from '../one-stack';

test('reads the value that is not marked as sensitive', () => {
  const stack = synthOne((scope) => {
    const value = readParameter(scope, 'VpcId', '/shop/network/vpc-id');
    new TerraformOutput(scope, 'Out', { value });
  });

  expect(stack.data).toMatchObject({
    aws_ssm_parameter: { VpcId: { name: '/shop/network/vpc-id', with_decryption: false } },
  });
  expect(stack).toMatchObject({
    output: { Out: { value: '${data.aws_ssm_parameter.VpcId.insecure_value}' } },
  });
});

test('refuses a name that is no path', () => {
  expect(thrownBy((scope) => readParameter(scope, 'VpcId', 'vpc-id'))).toThrow(
    "[test] name 'vpc-id' is not an SSM parameter",
  );
});
