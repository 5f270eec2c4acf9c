import { EcrReplicationConfiguration } from '@cdktf/provider-aws/lib/ecr-replication-configuration';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertAccount } from '../iam/role-parts';

/** What `ImageReplication` is made of. */
export interface ImageReplicationProps {
  /** Id of the registry's account. */
  readonly account: string;
  /** Regions that get a copy of each image, 1 to 25, without the registry's own. */
  readonly regions: readonly string[];
  /** What the names of the repositories that are copied begin with, 1 to 100, for example `shop/`. */
  readonly prefixes: readonly string[];
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ReplicationRule.html */
const MAX_REGIONS = 25;
const MAX_PREFIXES = 100;

/**
 * The copying of a registry's new images to other regions, so that a cluster starts pods without any region but its
 * own, once a region and account.
 *
 * Copies take their settings from `ImageCopies` of their region, which has to be there first.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html
 * @example
 * new ImageReplication(this, 'Replication', { account: '111122223333', regions: ['eu-west-1'], prefixes: ['shop/'] });
 */
export class ImageReplication extends Construct {
  /** The registry's setting. */
  public readonly configuration: EcrReplicationConfiguration;

  public constructor(scope: Construct, id: string, props: ImageReplicationProps) {
    super(scope, id);
    const { account, regions, prefixes } = props;
    assertAccount(this, 'account', account);
    assertCount(this, 'regions', regions, MAX_REGIONS);
    assertCount(this, 'prefixes', prefixes, MAX_PREFIXES);

    this.configuration = new EcrReplicationConfiguration(this, 'Resource', {
      replicationConfiguration: {
        rule: [
          {
            destination: regions.map((region) => ({ region, registryId: account })),
            repositoryFilter: prefixes.map((filter) => ({ filter, filterType: 'PREFIX_MATCH' })),
          },
        ],
      },
    });
  }
}

function assertCount(scope: Construct, prop: string, list: readonly string[], max: number): void {
  if (list.length >= 1 && list.length <= max) return;
  throw new PlatformError(
    scope,
    `${prop} has ${list.length} entries, a rule takes 1 to ${max}`,
    `name that many ${prop}`,
  );
}
