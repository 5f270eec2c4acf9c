import { EcrRepositoryCreationTemplate } from '@cdktf/provider-aws/lib/ecr-repository-creation-template';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { assertName } from '../checks';
import type { PolicyStatement } from '../iam/policy-document';
import { renderPolicy, renderTrust } from '../iam/policy-document';
import { assertAccount } from '../iam/role-parts';
import { EncryptionKey } from '../kms/encryption-key';
import type { ImageRepositoryOptions } from './image-repository';
import { assertExpiry, assertRepositoryName } from './image-repository';
import { renderLifecyclePolicy, renderPullPolicy } from './repository-policies';

/** What `ImageCopies` are made of. */
export interface ImageCopiesProps extends ImageRepositoryOptions {
  /** What the names of the repositories begin with, without a slash at the end, for example `shop`. */
  readonly prefix: string;
  /** Id of the registry's account. */
  readonly account: string;
  /** Name of the role ECR makes repositories with, unique in the account: it names the region, because roles are global. */
  readonly roleName: string;
}

/**
 * The settings of repositories that replication makes in a region, which has them from here and not from the original:
 * without them copies have movable tags, no key of ours, and nobody else may pull them.
 *
 * It is made in the region of the copies, before replication begins.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html
 * @example
 * new ImageCopies(this, 'Copies', {
 *   prefix: 'shop',
 *   account: '111122223333',
 *   roleName: 'shop-registry-us-east-1-copies',
 *   pullAccountIds: ['444455556666'],
 *   protection: 'retain',
 * });
 */
export class ImageCopies extends Construct {
  /** The settings. */
  public readonly template: EcrRepositoryCreationTemplate;
  /** The key the copies are encrypted with. */
  public readonly key: KmsKey;

  public constructor(scope: Construct, id: string, props: ImageCopiesProps) {
    super(scope, id);
    const { prefix, account, roleName, untaggedDays = 14, keepBuilds } = props;
    assertRepositoryName(this, 'prefix', prefix);
    assertAccount(this, 'account', account);
    assertName(this, 'roleName', roleName, 'iamRole');
    assertExpiry(this, untaggedDays, keepBuilds);

    this.key = new EncryptionKey(this, 'Key', {
      alias: `ecr/${prefix}`,
      description: `Copies of the images of ${prefix}`,
      protection: props.protection,
    }).key;
    this.template = new EcrRepositoryCreationTemplate(this, 'Resource', {
      prefix,
      description: `Copies of the images of ${prefix}`,
      appliedFor: ['REPLICATION'],
      customRoleArn: this.addRole(roleName, `arn:aws:ecr:*:${account}:repository/${prefix}/*`),
      imageTagMutability: 'IMMUTABLE',
      encryptionConfiguration: [{ encryptionType: 'KMS', kmsKey: this.key.arn }],
      lifecyclePolicy: renderLifecyclePolicy(untaggedDays, keepBuilds),
      repositoryPolicy: renderPullPolicy({
        accountIds: props.pullAccountIds ?? [],
        organizationId: props.pullOrganizationId,
      }),
      resourceTags: { Name: prefix },
    });
  }

  private addRole(name: string, repositoryArn: string): string {
    const role = new IamRole(this, 'Role', {
      name,
      assumeRolePolicy: renderTrust(['sts:AssumeRole'], [{ service: 'ecr.amazonaws.com' }]),
      tags: { Name: name },
    });
    new IamRolePolicy(this, 'Policy', {
      name,
      role: role.name,
      policy: renderPolicy(creationStatements(repositoryArn, this.key.arn)),
    });
    return role.arn;
  }
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates-iam.html */
function creationStatements(repositoryArn: string, keyArn: string): readonly PolicyStatement[] {
  return [
    {
      sid: 'MakeRepositories',
      actions: ['ecr:CreateRepository', 'ecr:ReplicateImage', 'ecr:TagResource'],
      resources: [repositoryArn],
    },
    {
      sid: 'EncryptThem',
      actions: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:RetireGrant'],
      resources: [keyArn],
    },
  ];
}
