import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { requireWriteOnlyArguments } from '../require-terraform';

/** What a `MasterSecret` is made of. */
export interface MasterSecretProps {
  /** Name of the secret, unique in the account and region. */
  readonly name: string;
  /** ARN of the key it is encrypted with. */
  readonly kmsKeyArn: string;
  /** Name of the user whose password it is. */
  readonly username: string;
  /** Whether it can be brought back for 30 days after it is destroyed, which Terraform refuses. */
  readonly protection: Protection;
}

/**
 * A generated password that is in Secrets Manager and never in a plan or a state.
 *
 * The password is written once, and read back for whoever needs it: were it handed on directly, an apply that failed in
 * between would make a new one that the secret does not hold.
 *
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data/ephemeral
 * @example
 * new MasterSecret(this, 'Master', { name: 'orders-master', kmsKeyArn: key.arn, username: 'postgres', protection: 'retain' });
 */
export class MasterSecret extends Construct {
  /** ARN of the secret; it holds `username` and `password` as JSON. */
  public readonly secretArn: string;
  /** The password as an ephemeral expression, which only a write-only argument takes. */
  public readonly password: string;

  public constructor(scope: Construct, id: string, props: MasterSecretProps) {
    super(scope, id);
    const { name, kmsKeyArn, username, protection } = props;
    requireWriteOnlyArguments(this);

    const secret = new SecretsmanagerSecret(this, 'Resource', {
      name,
      kmsKeyId: kmsKeyArn,
      recoveryWindowInDays: isRetained(protection) ? 30 : 0,
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
    });
    this.secretArn = secret.arn;
    const address = secret.friendlyUniqueId;
    const generated = this.addEphemeral('aws_secretsmanager_random_password', address, {
      password_length: 40,
      // RDS refuses some of it, and connection strings most.
      exclude_punctuation: true,
    });
    const stored = new SecretsmanagerSecretVersion(this, 'Version', {
      secretId: secret.id,
      secretStringWo: `\${jsonencode({ username = "${username}", password = ${generated}.random_password })}`,
      secretStringWoVersion: 1,
    });
    const read = this.addEphemeral('aws_secretsmanager_secret_version', address, {
      secret_id: stored.secretId,
    });
    this.password = `\${jsondecode(${read}.secret_string).password}`;
  }

  /** The engine has no class for ephemeral resources, so the block is written into the stack. */
  private addEphemeral(
    type: string,
    address: string,
    config: Readonly<Record<string, unknown>>,
  ): string {
    TerraformStack.of(this).addOverride(`ephemeral.${type}.${address}`, config);
    return `ephemeral.${type}.${address}`;
  }
}
