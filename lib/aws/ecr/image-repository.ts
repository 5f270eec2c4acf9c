import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy';
import { Construct } from 'constructs';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertWhole } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { renderLifecyclePolicy, renderPullPolicy } from './repository-policies';

/** What repositories of images have in common. */
export interface ImageRepositoryOptions {
  /** Whether Terraform refuses to destroy it; a disposable one is destroyed with all its images. */
  readonly protection: Protection;
  /**
   * Ids of other accounts whose clusters pull the images.
   * @default - only the registry's own account
   */
  readonly pullAccountIds?: readonly string[];
  /**
   * Id of the organization whose accounts all pull the images.
   * @default - only the accounts that are named
   */
  readonly pullOrganizationId?: string;
  /**
   * Days until an image without a tag expires.
   * @default 14
   */
  readonly untaggedDays?: number;
  /**
   * How many images without a tag that begins with `release-` stay, the newest ones.
   * @default - all: nobody but you knows which digest an environment still runs
   */
  readonly keepBuilds?: number;
}

/** What an `ImageRepository` is made of. */
export interface ImageRepositoryProps extends ImageRepositoryOptions {
  /** Name of the repository, unique in the account and region, for example `shop/order-service`. */
  readonly name: string;
  /**
   * ARN of the key the images are encrypted with.
   * @default - a key of its own
   */
  readonly keyArn?: string;
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
const NAME = /^[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/;

/**
 * A repository of container images whose tags never move, which are scanned when they arrive.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Repositories.html
 * @example
 * new ImageRepository(this, 'Orders', { name: 'shop/order-service', protection: 'retain' });
 */
export class ImageRepository extends Construct {
  /** The repository. */
  public readonly repository: EcrRepository;
  /** ARN of the repository. */
  public readonly repositoryArn: string;
  /** Address images are pushed to and pulled from. */
  public readonly repositoryUrl: string;

  public constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    const { name, protection, untaggedDays = 14, keepBuilds } = props;
    assertRepositoryName(this, 'name', name);
    assertExpiry(this, untaggedDays, keepBuilds);

    this.repository = new EcrRepository(this, 'Resource', {
      name,
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [
        { encryptionType: 'KMS', kmsKey: props.keyArn ?? this.addKey(name, protection) },
      ],
      forceDelete: !isRetained(protection),
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
    });
    this.repositoryArn = this.repository.arn;
    this.repositoryUrl = this.repository.repositoryUrl;
    new EcrLifecyclePolicy(this, 'Expiry', {
      repository: this.repository.name,
      policy: renderLifecyclePolicy(untaggedDays, keepBuilds),
    });
    const policy = renderPullPolicy({
      accountIds: props.pullAccountIds ?? [],
      organizationId: props.pullOrganizationId,
    });
    if (policy !== undefined)
      new EcrRepositoryPolicy(this, 'Pull', { repository: this.repository.name, policy });
  }

  private addKey(name: string, protection: Protection): string {
    return new EncryptionKey(this, 'Key', {
      alias: `ecr/${name}`,
      description: `Images of ${name}`,
      protection,
    }).arn;
  }
}

/** Throws when a text is no name of a repository. */
export function assertRepositoryName(scope: Scoped, prop: string, name: string): void {
  if (name.length >= 2 && name.length <= 256 && NAME.test(name)) return;
  throw new PlatformError(
    scope,
    `${prop} '${name}' is not a repository (2 to 256 lower-case letters, digits and . _ - / between them)`,
    'rename it within these bounds',
  );
}

/** Throws when images would expire at once. */
export function assertExpiry(scope: Scoped, untaggedDays: number, keepBuilds?: number): void {
  assertWhole(scope, 'untaggedDays', untaggedDays, 1, Number.MAX_SAFE_INTEGER);
  if (keepBuilds === undefined) return;
  assertWhole(scope, 'keepBuilds', keepBuilds, 1, Number.MAX_SAFE_INTEGER);
}
