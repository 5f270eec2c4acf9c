import type {
  OpensearchDomainAutoTuneOptions,
  OpensearchDomainClusterConfig,
} from '@cdktf/provider-aws/lib/opensearch-domain';
import { Fn, Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertWhole, knownLength } from '../checks';
import type { Protection } from '../protection';
import { isRetained } from '../protection';

/** How much a domain holds and survives. */
export interface LogStoreCapacity {
  /** Number of data nodes. */
  readonly nodes: number;
  /** Type of a data node. */
  readonly nodeType: string;
  /** Type of a dedicated master. */
  readonly masterType: string;
  /** GiB of each data node. */
  readonly storageGiB: number;
  /** Subnets, one a zone. */
  readonly subnetIds: readonly string[];
  /** Retained: three zones, and masters that do nothing else. */
  readonly protection: Protection;
}

/**
 * Three zones with three dedicated masters lose one of each without harm.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html
 */
const ZONES = 3;
const MASTERS = 3;
/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/limits.html#ebsresource */
const MIN_STORAGE_GIB = 10;

/** How many zones the nodes stand in. */
export function zonesOf({ nodes, protection }: LogStoreCapacity): number {
  return isRetained(protection) ? ZONES : nodes;
}

/** Throws when a domain has too few nodes for what it has to survive, or subnets for its zones. */
export function assertCapacity(scope: Scoped, capacity: LogStoreCapacity): void {
  const { nodes, storageGiB, subnetIds, protection } = capacity;
  assertWhole(scope, 'storageGiB', storageGiB, MIN_STORAGE_GIB, Number.MAX_SAFE_INTEGER);
  const retained = isRetained(protection);
  assertWhole(scope, 'nodes', nodes, retained ? ZONES : 1, retained ? Number.MAX_SAFE_INTEGER : 2);
  if (retained && nodes % ZONES !== 0) {
    throw new PlatformError(
      scope,
      `nodes is ${nodes}, a retained domain has as many in each of ${ZONES} zones`,
      `pass a multiple of ${ZONES}`,
    );
  }
  const zones = zonesOf(capacity);
  const count = knownLength(subnetIds);
  if (count === undefined || count >= zones) return;
  throw new PlatformError(
    scope,
    `subnetIds has ${count} entries, ${zones} are needed`,
    'pass one subnet per zone',
  );
}

/** The subnets the nodes stand in: OpenSearch takes exactly one a zone. */
export function subnetsOf(capacity: LogStoreCapacity): string[] {
  const { subnetIds } = capacity;
  const zones = zonesOf(capacity);
  return Token.isUnresolved(subnetIds)
    ? Token.asList(Fn.slice(subnetIds, 0, zones))
    : subnetIds.slice(0, zones);
}

/** Renders the nodes of a domain. */
export function renderNodes(capacity: LogStoreCapacity): OpensearchDomainClusterConfig {
  const { nodes, nodeType, masterType, protection } = capacity;
  const zones = zonesOf(capacity);
  return {
    instanceType: nodeType,
    instanceCount: nodes,
    ...(isRetained(protection)
      ? {
          dedicatedMasterEnabled: true,
          dedicatedMasterType: masterType,
          dedicatedMasterCount: MASTERS,
        }
      : { dedicatedMasterEnabled: false }),
    zoneAwarenessEnabled: zones > 1,
    zoneAwarenessConfig: zones > 1 ? { availabilityZoneCount: zones } : undefined,
  };
}

/** Renders Auto-Tune, which changes nodes in quiet hours only; burstable nodes do without. */
export function renderAutoTune(nodeType: string): OpensearchDomainAutoTuneOptions {
  return /^t[23]\./.test(nodeType)
    ? { desiredState: 'DISABLED' }
    : { desiredState: 'ENABLED', useOffPeakWindow: true, rollbackOnDisable: 'NO_ROLLBACK' };
}
