import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError, type Scoped } from '../../core/errors';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { renderSecretPolicy } from './secret-policy';

/** What a `ManagedSecret` is made of. */
export interface ManagedSecretProps {
  /** Name of the secret, unique in the account and region: letters, digits, `_` and `-` in parts separated by slashes. */
  readonly name: string;
  /** What is kept in it and who fills it. */
  readonly description: string;
  /** Whether it can be brought back for 30 days after it is destroyed, which Terraform refuses. */
  readonly protection: Protection;
  /**
   * Tags of the secret.
   * @default - the name only
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Its key's alias, which is `alias/secretsmanager/` and the name, has at most 256 characters. @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
const LONGEST = 235;
const NAME = /^[\w-]+(\/[\w-]+)*$/;

/**
 * An empty secret that people fill, encrypted with a key of its own. Its value is in Secrets Manager only, never in a plan
 * or a state.
 *
 * @example
 * new ManagedSecret(this, 'Payment', {
 *   name: 'shop/production/payment-api',
 *   description: 'Key of the payment provider, filled by the payments team',
 *   protection: 'retain',
 * });
 */
export class ManagedSecret extends Construct {
  /** The secret. */
  public readonly secret: SecretsmanagerSecret;
  /** The key it is encrypted with, which readers need too. */
  public readonly key: KmsKey;
  /** ARN of the secret. */
  public readonly secretArn: string;

  public constructor(scope: Construct, id: string, props: ManagedSecretProps) {
    super(scope, id);
    const { name, description, protection, tags = {} } = props;
    assertSecretName(this, name);

    this.key = new EncryptionKey(this, 'Key', {
      alias: `secretsmanager/${name}`,
      description: `Secret ${name}`,
      protection,
    }).key;
    this.secret = new SecretsmanagerSecret(this, 'Resource', {
      name,
      description,
      kmsKeyId: this.key.arn,
      recoveryWindowInDays: isRetained(protection) ? 30 : 0,
      tags: { Name: name, ...tags },
      lifecycle: renderLifecycle(protection),
    });
    this.secretArn = this.secret.arn;
    new SecretsmanagerSecretPolicy(this, 'Policy', {
      secretArn: this.secretArn,
      blockPublicPolicy: true,
      policy: renderSecretPolicy(new DataAwsCallerIdentity(this, 'Account').accountId),
    });
  }
}

function assertSecretName(scope: Scoped, name: string): void {
  if (Token.isUnresolved(name) || (name.length <= LONGEST && NAME.test(name))) return;
  throw new PlatformError(
    scope,
    name.length > LONGEST
      ? `name '${name}' has ${name.length} characters, a secret with a key of its own has at most ${LONGEST}`
      : `name '${name}' is not a secret (letters, digits, _ and - in parts separated by slashes)`,
    'rename it within these bounds',
  );
}
