import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertName } from '../checks';

/** What `PublishedParameters` are made of. */
export interface PublishedParametersProps {
  /** Path all names begin with, for example `/shop/staging/eu-west-1/network`. */
  readonly prefix: string;
  /** Values by the last part of their name; none may be secret. */
  readonly values: Readonly<Record<string, string>>;
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const MAX_LENGTH = 4096;

/**
 * Values other stacks and clusters read by name, as SSM parameters.
 *
 * @example
 * new PublishedParameters(this, 'Published', { prefix: '/shop/staging/eu-west-1/network', values: { 'vpc-id': 'vpc-1' } });
 */
export class PublishedParameters extends Construct {
  public constructor(scope: Construct, id: string, props: PublishedParametersProps) {
    super(scope, id);
    for (const [key, value] of Object.entries(props.values)) {
      const name = `${props.prefix}/${key}`;
      assertName(this, 'name', name, 'ssmParameter');
      if (!Token.isUnresolved(value) && (value === '' || value.length > MAX_LENGTH)) {
        throw new PlatformError(
          this,
          `values '${key}' has ${value.length} characters, a parameter has 1 to ${MAX_LENGTH}`,
          'leave it out when empty, split it when long',
        );
      }
      new SsmParameter(this, key, { name, type: 'String', tier: 'Standard', insecureValue: value });
    }
  }
}
