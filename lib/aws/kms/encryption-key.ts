import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import type { KeyService } from './key-policy';
import { renderKeyPolicy } from './key-policy';

/** What an `EncryptionKey` is made of. */
export interface EncryptionKeyProps {
  /** Alias without `alias/`, unique in the account and region. */
  readonly alias: string;
  /** What the key encrypts, for whoever reads the console. */
  readonly description: string;
  /** Whether Terraform refuses to destroy it; a deleted key can be brought back for 30 days, a disposable one for 7. */
  readonly protection: Protection;
  /**
   * Services that use the key on their own behalf. RDS, MSK, EKS and the like are not among them: they use it by grants
   * of their caller.
   * @default - none
   */
  readonly services?: readonly KeyService[];
  /**
   * Statements of its policy beside these, as JSON has them, for a service that is to name what it acts for.
   * @default - none
   */
  readonly statements?: readonly object[];
}

/**
 * A rotating KMS key whose use is decided by the account's IAM policies.
 *
 * @example
 * const { key } = new EncryptionKey(this, 'Key', { alias: 'orders', description: 'orders at rest', protection: 'retain' });
 */
export class EncryptionKey extends Construct {
  /** The key. */
  public readonly key: KmsKey;
  /** ARN of the key. */
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { alias, description, protection, services = [], statements = [] } = props;
    if (alias.startsWith('alias/') || alias.startsWith('aws/')) {
      throw new PlatformError(
        this,
        `alias is '${alias}', alias/ is added to it and aws/ is reserved`,
        'leave the prefix out',
      );
    }

    this.key = new KmsKey(this, 'Resource', {
      description,
      enableKeyRotation: true,
      deletionWindowInDays: isRetained(protection) ? 30 : 7,
      // Without a policy KMS writes its default one, which leaves every decision to IAM.
      policy:
        services.length + statements.length === 0
          ? undefined
          : this.renderPolicy(services, statements),
      tags: { Name: alias },
      lifecycle: renderLifecycle(protection),
    });
    this.arn = this.key.arn;
    new KmsAlias(this, 'Alias', { name: `alias/${alias}`, targetKeyId: this.key.keyId });
  }

  private renderPolicy(services: readonly KeyService[], statements: readonly object[]): string {
    const account = new DataAwsCallerIdentity(this, 'Account').accountId;
    // The id, because provider 5 calls the region's name `name` and provider 6 `region`.
    const region = new DataAwsRegion(this, 'Region').id;
    return renderKeyPolicy({ account, region }, services, statements);
  }
}
