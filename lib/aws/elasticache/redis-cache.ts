import type { ElasticacheReplicationGroupConfig } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { ElasticacheReplicationGroup } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { ElasticacheSubnetGroup } from '@cdktf/provider-aws/lib/elasticache-subnet-group';
import { ElasticacheUser } from '@cdktf/provider-aws/lib/elasticache-user';
import { ElasticacheUserGroup } from '@cdktf/provider-aws/lib/elasticache-user-group';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError, type Scoped } from '../../core/errors';
import { fitName } from '../../core/names';
import { assertName, assertWhole, assertZones } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import { ServiceSecurityGroup } from '../network/service-security-group';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { CacheLogs } from './cache-logs';
import { NodeAlarms } from './node-alarms';

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
  /**
   * Days the logs of slow commands and of the engine are kept.
   * @default 30
   */
  readonly logRetentionDays?: number;
  /**
   * Tags of the replication group.
   * @default - the name only
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * ARNs of what the alarms notify, for example SNS topics.
   * @default - none: the alarms are only seen
   */
  readonly alarmActionArns?: readonly string[];
}

const PORT = 6379;
/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html */
const MAX_SNAPSHOTS = 35;
/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html */
const NODE_TYPE = /^cache\.[a-z][a-z0-9]*\.(micro|small|medium|large|\d*xlarge)$/;

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
  /** The key it and its logs are encrypted with. */
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
    const { name, replicas, protection, engineVersion = '8.1' } = props;
    const { logRetentionDays = 30, tags = {} } = props;
    assertCache(this, props);

    this.key = new EncryptionKey(this, 'Key', {
      alias: `elasticache/${name}`,
      description: `Cache ${name}`,
      protection,
      services: ['logs'],
    }).key;
    const logs = new CacheLogs(this, 'Logs', {
      name,
      kmsKeyArn: this.key.arn,
      retentionDays: logRetentionDays,
    });
    const user = this.addUser(name);
    const users = this.addUserGroup(name, user);
    this.replicationGroup = new ElasticacheReplicationGroup(this, 'Resource', {
      replicationGroupId: name,
      description: `Cache ${name}`,
      engine: 'valkey',
      engineVersion,
      nodeType: props.nodeType,
      numCacheClusters: replicas + 1,
      automaticFailoverEnabled: replicas > 0,
      multiAzEnabled: replicas > 0,
      ...this.renderNetwork(props),
      userGroupIds: [users.userGroupId],
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      atRestEncryptionEnabled: 'true',
      kmsKeyId: this.key.arn,
      logDeliveryConfiguration: logs.deliveries,
      ...renderSnapshots(name, protection),
      tags: { Name: name, ...tags },
      lifecycle: renderLifecycle(protection),
    });
    this.primaryEndpoint = this.replicationGroup.primaryEndpointAddress;
    this.userId = user.userId;
    this.arn = this.replicationGroup.arn;
    this.userArn = user.arn;
    this.addAlarms(props);
  }

  private renderNetwork(props: RedisCacheProps): Partial<ElasticacheReplicationGroupConfig> {
    const { name, vpcId, subnetIds, clientSecurityGroupIds } = props;
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
    return {
      port: PORT,
      subnetGroupName: subnets.name,
      securityGroupIds: [guard.securityGroupId],
    };
  }

  /** Nodes are named after their replication group. */
  private addAlarms({ name, replicas, alarmActionArns }: RedisCacheProps): void {
    const id = this.replicationGroup.replicationGroupId;
    for (let number = 1; number <= replicas + 1; number += 1) {
      const suffix = String(number).padStart(3, '0');
      new NodeAlarms(this, `Node${number}Alarms`, {
        name: `${name}-${suffix}`,
        cacheClusterId: `${id}-${suffix}`,
        replicated: replicas > 0,
        actionArns: alarmActionArns,
      });
    }
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
      noPasswordRequired: true,
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

function assertCache(scope: Scoped, props: RedisCacheProps): void {
  const { nodeType } = props;
  assertName(scope, 'name', props.name, 'elastiCacheReplicationGroup');
  assertWhole(scope, 'replicas', props.replicas, 0, 5);
  assertZones(scope, props.subnetIds);
  if (Token.isUnresolved(nodeType) || NODE_TYPE.test(nodeType)) return;
  throw new PlatformError(
    scope,
    `nodeType is '${nodeType}', a type such as 'cache.t4g.small' is needed`,
    'write it as cache, family and size',
  );
}

function renderSnapshots(
  name: string,
  protection: Protection,
): Partial<ElasticacheReplicationGroupConfig> {
  return isRetained(protection)
    ? { snapshotRetentionLimit: MAX_SNAPSHOTS, finalSnapshotIdentifier: `${name}-final` }
    : { snapshotRetentionLimit: 0 };
}
