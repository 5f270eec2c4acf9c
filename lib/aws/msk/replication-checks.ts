import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertName, knownLength } from '../checks';

/** A cluster a replicator connects to. */
export interface ReplicatedCluster {
  /** ARN of the cluster, of the replicator's own account. */
  readonly clusterArn: string;
  /** Subnets from which the replicator reaches the cluster, 2 or more, one a zone. */
  readonly subnetIds: readonly string[];
  /**
   * Security groups of the replicator, which the cluster lets in on port 9098 and which let it out there. The source in
   * another region is reached by PrivateLink and needs none.
   * @default - none
   */
  readonly securityGroupIds?: readonly string[];
}

/** What is checked of a replicator before anything is made. */
export interface Replication {
  /** Name of the replicator. */
  readonly name: string;
  /** The cluster that is read. */
  readonly source: ReplicatedCluster;
  /** The cluster that is written. */
  readonly target: ReplicatedCluster;
  /** Exact names of the topics. */
  readonly topics: readonly string[];
}

/** @see https://docs.aws.amazon.com/msk/1.0/apireference-replicator/v1-replicators.html */
const NAME = /^[0-9A-Za-z][0-9A-Za-z-]{0,127}$/;

/**
 * Throws when MSK would refuse the replicator.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-network-reqs.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-create-console.html
 */
export function assertReplication(
  scope: Scoped,
  { name, source, target, topics }: Replication,
): void {
  if (!Token.isUnresolved(name) && !NAME.test(name)) {
    throw new PlatformError(
      scope,
      `name '${name}' is not a replicator (1 to 128 letters, digits and hyphens, alphanumeric first)`,
      'rename it within these bounds',
    );
  }
  if (topics.length === 0)
    throw new PlatformError(
      scope,
      'topics is empty, 1 or more is needed',
      'name the topics to copy',
    );
  for (const topic of topics) assertName(scope, 'topics', topic, 'kafkaTopic');
  assertSubnets(scope, 'source', source);
  assertSubnets(scope, 'target', target);
  assertSecurityGroups(scope, 'target', target);
  assertClusters(scope, source, target);
}

function assertSubnets(scope: Scoped, side: string, { subnetIds }: ReplicatedCluster): void {
  const count = knownLength(subnetIds);
  if (count === undefined || count >= 2) return;
  throw new PlatformError(
    scope,
    `${side}.subnetIds has ${count} entries, 2 or more are needed`,
    'pass one subnet per zone',
  );
}

function assertSecurityGroups(
  scope: Scoped,
  side: string,
  { securityGroupIds = [] }: ReplicatedCluster,
): void {
  if (knownLength(securityGroupIds) !== 0) return;
  throw new PlatformError(
    scope,
    `${side}.securityGroupIds is empty, 1 or more is needed to reach the cluster`,
    'pass a group the cluster lets in on port 9098',
  );
}

/** Copying between accounts is not supported, and a cluster of the same region is reached by its security groups. */
function assertClusters(scope: Scoped, source: ReplicatedCluster, target: ReplicatedCluster): void {
  if (Token.isUnresolved(source.clusterArn) || Token.isUnresolved(target.clusterArn)) return;
  const [, , , sourceRegion, sourceAccount] = source.clusterArn.split(':');
  const [, , , targetRegion, targetAccount] = target.clusterArn.split(':');
  if (source.clusterArn === target.clusterArn) {
    throw new PlatformError(
      scope,
      'source.clusterArn is target.clusterArn, a cluster cannot be copied to itself',
      'pass two clusters',
    );
  }
  if (sourceAccount !== targetAccount) {
    throw new PlatformError(
      scope,
      `source.clusterArn is of account ${sourceAccount ?? ''}, the target of ${targetAccount ?? ''}, a replicator stays in one`,
      'pass clusters of one account',
    );
  }
  if (sourceRegion === targetRegion) assertSecurityGroups(scope, 'source', source);
}
