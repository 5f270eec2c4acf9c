import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import type { Construct } from 'constructs';
import { assertName } from '../checks';

/**
 * Reads a parameter that is no secret, as a token.
 *
 * The data source's `value` would mark everything made from it as sensitive and hide it in plans.
 *
 * @example
 * const vpcId = readParameter(this, 'VpcId', '/shop/staging/eu-west-1/network/vpc-id');
 */
export const readParameter = (reader: Construct, id: string, name: string): string => {
  assertName(reader, 'name', name, 'ssmParameter');
  return new DataAwsSsmParameter(reader, id, { name, withDecryption: false }).insecureValue;
};
