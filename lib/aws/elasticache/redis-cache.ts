import type { ElasticacheReplicationGroupConfig } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { ElasticacheReplicationGroup } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { ElasticacheSubnetGroup } from '@cdktf/provider-aws/lib/elasticache-subnet-group';
import { ElasticacheUser } from '@cdktf/provider-aws/lib/elasticache-user';
import { ElasticacheUserGroup } from '@cdktf/provider-aws/lib/elasticache-user-group';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { fitName } from '../../core/names';
import { assertName, assertWhole, assertZones } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import { ServiceSecurityGroup } from '../network/service-security-group';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';

/** What a `RedisCache` is made of. */
export interface RedisCacheProps {
  /** Name of the replication group, of its user and of its user group, unique in the account and region. */
  readonly name: string;
  /** Node type, for example `cache.t4g.small`. */
  readonly nodeType: string;
  /** Copies beside the primary, 0 to 5; from 1 on the cache survives the loss of a zone. */
  readonly replicas: number;
  /** VPC of the cache. */
  readonly vpcId: string;
  /** Subnets of the cache, one a zone, 2 or more. */
  readonly subnetIds: readonly string[];
  /** Security groups of the clients, by a stable logical name that becomes part of the rule's address. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
  /** Whether Terraform refuses to destroy it; if retained, 35 daily snapshots and a final one. */
  readonly protection: Protection;
  /**
   * Version of Valkey.
   * @default '8.1'
   */
  readonly engineVersion?: string;
}

const PORT = 6379;
/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html */
const MAX_SNAPSHOTS = 35;

/**
 * A Valkey cache, which speaks the Redis protocol, over TLS, whose only user authenticates by IAM.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 * @example
 * new RedisCache(this, 'Sessions', {
 *   name: 'sessions',
 *   nodeType: 'cache.t4g.small',
 *   replicas: 1,
 *   vpcId: 'vpc-1',
 *   subnetIds: ['subnet-1', 'subnet-2'],
 *   clientSecurityGroupIds: { cluster: 'sg-1' },
 *   protection: 'disposable',
 * });
 */
export class RedisCache extends Construct {
  /** The replication group. */
  public readonly replicationGroup: ElasticacheReplicationGroup;
  /** The key it is encrypted with. */
  public readonly key: KmsKey;
  /** Host clients write to and read from. */
  public readonly primaryEndpoint: string;
  /** User clients authenticate as. */
  public readonly userId: string;
  /** ARN of the replication group; `elasticache:Connect` is granted on it and on the user. */
  public readonly arn: string;
  /** ARN of the user. */
  public readonly userArn: string;

  public constructor(scope: Construct, id: string, props: RedisCacheProps) {
    super(scope, id);
    const {
      name,
      nodeType,
      replicas,
      vpcId,
      subnetIds,
      clientSecurityGroupIds,
      protection,
      engineVersion = '8.1',
    } = props;
    assertName(this, 'name', name, 'elastiCacheReplicationGroup');
    assertWhole(this, 'replicas', replicas, 0, 5);
    assertZones(this, subnetIds);

    this.key = new EncryptionKey(this, 'Key', {
      alias: `elasticache/${name}`,
      description: `Cache ${name}`,
      protection,
    }).key;
    const guard = new ServiceSecurityGroup(this, 'Guard', {
      name: `${name}-redis`,
      description: `Cache ${name}`,
      vpcId,
      port: PORT,
      clientSecurityGroupIds,
    });
    const subnets = new ElasticacheSubnetGroup(this, 'Subnets', {
      name,
      subnetIds: [...subnetIds],
      tags: { Name: name },
    });
    const user = this.addUser(name);
    const users = this.addUserGroup(name, user);
    this.replicationGroup = new ElasticacheReplicationGroup(this, 'Resource', {
      replicationGroupId: name,
      description: `Cache ${name}`,
      engine: 'valkey',
      engineVersion,
      nodeType,
      port: PORT,
      numCacheClusters: replicas + 1,
      automaticFailoverEnabled: replicas > 0,
      multiAzEnabled: replicas > 0,
      subnetGroupName: subnets.name,
      securityGroupIds: [guard.securityGroupId],
      userGroupIds: [users.userGroupId],
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      atRestEncryptionEnabled: 'true',
      kmsKeyId: this.key.arn,
      ...renderSnapshots(name, protection),
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
    });
    this.primaryEndpoint = this.replicationGroup.primaryEndpointAddress;
    this.userId = user.userId;
    this.arn = this.replicationGroup.arn;
    this.userArn = user.arn;
  }

  private addUser(name: string): ElasticacheUser {
    return new ElasticacheUser(this, 'User', {
      // IAM authentication needs both to be the same.
      userId: name,
      userName: name,
      engine: 'valkey',
      accessString: 'on ~* &* +@all -@dangerous +info',
      authenticationMode: { type: 'iam' },
      tags: { Name: name },
    });
  }

  /**
   * A group of engine redis, which a Valkey cache takes too, may hold a user without a password. So the user named
   * default, whom an unauthenticated client is, can be shut out with no password to keep.
   */
  private addUserGroup(name: string, user: ElasticacheUser): ElasticacheUserGroup {
    const userId = fitName([name, 'nobody'], 'elastiCacheReplicationGroup');
    const nobody = new ElasticacheUser(this, 'Nobody', {
      userId,
      userName: 'default',
      engine: 'redis',
      accessString: 'off ~keys* -@all',
      authenticationMode: { type: 'no-password-required' },
      tags: { Name: userId },
    });
    return new ElasticacheUserGroup(this, 'Users', {
      userGroupId: name,
      engine: 'redis',
      userIds: [nobody.userId, user.userId],
      tags: { Name: name },
    });
  }
}

function renderSnapshots(
  name: string,
  protection: Protection,
): Partial<ElasticacheReplicationGroupConfig> {
  return isRetained(protection)
    ? { snapshotRetentionLimit: MAX_SNAPSHOTS, finalSnapshotIdentifier: `${name}-final` }
    : { snapshotRetentionLimit: 0 };
}
