import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { assertName } from '../checks';

/**
 * Reads a parameter that is no secret, as a token.
 *
 * A parameter of another region is read with a provider of that region.
 *
 * The data source's `value` would mark everything made from it as sensitive and hide it in plans.
 *
 * @example
 * const vpcId = readParameter(this, 'VpcId', '/shop/staging/eu-west-1/network/vpc-id');
 */
export const readParameter = (
  reader: Construct,
  id: string,
  name: string,
  provider?: TerraformProvider,
): string => {
  assertName(reader, 'name', name, 'ssmParameter');
  return new DataAwsSsmParameter(reader, id, { name, withDecryption: false, provider })
    .insecureValue;
};
