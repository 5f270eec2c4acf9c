import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { EncryptionKey } from '../kms/encryption-key';
import type { ImageRepositoryOptions } from './image-repository';
import { ImageRepository } from './image-repository';

/** What `ImageRepositories` are made of. */
export interface ImageRepositoriesProps extends ImageRepositoryOptions {
  /** What all names begin with, for example the name of the system. */
  readonly prefix: string;
  /** Names of the repositories without prefix and slash, one or more. */
  readonly names: readonly string[];
}

/**
 * The repositories of a system's images, one a service, under one key.
 *
 * @example
 * new ImageRepositories(this, 'Images', { prefix: 'shop', names: ['order-service', 'cart-service'], protection: 'retain' });
 */
export class ImageRepositories extends Construct {
  /** The key all images are encrypted with. */
  public readonly key: KmsKey;
  /** The repositories, by the names that were given. */
  public readonly repositories: Readonly<Record<string, ImageRepository>>;
  /** ARNs of the repositories, in the order of the names. */
  public readonly repositoryArns: readonly string[];

  public constructor(scope: Construct, id: string, props: ImageRepositoriesProps) {
    super(scope, id);
    const { prefix, names, protection } = props;
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (names.length === 0 || repeated !== undefined) {
      throw new PlatformError(
        this,
        repeated === undefined
          ? 'names is empty, one or more are needed'
          : `names has '${repeated}' twice`,
        'name each repository once',
      );
    }

    this.key = new EncryptionKey(this, 'Key', {
      alias: `ecr/${prefix}`,
      description: `Images of ${prefix}`,
      protection,
    }).key;
    const options = {
      protection,
      pullAccountIds: props.pullAccountIds,
      pullOrganizationId: props.pullOrganizationId,
      untaggedDays: props.untaggedDays,
      keepBuilds: props.keepBuilds,
      keyArn: this.key.arn,
    };
    // The name is the id, so that taking one away moves no other.
    this.repositories = Object.fromEntries(
      names.map((name) => [
        name,
        new ImageRepository(this, name, { ...options, name: `${prefix}/${name}` }),
      ]),
    );
    this.repositoryArns = Object.values(this.repositories).map(
      ({ repositoryArn }) => repositoryArn,
    );
  }
}
