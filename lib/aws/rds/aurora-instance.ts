import type { RdsClusterInstanceConfig } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import type { Protection } from '../protection';
import { renderLifecycle } from '../protection';
import { renderInsights } from './performance-insights';

/** What an instance of an Aurora cluster is made of. */
export interface AuroraInstanceInput {
  /** Name of the cluster; the instance's begins with it. */
  readonly name: string;
  /** Which of the instances it is, from 1. */
  readonly number: number;
  /** Id of the cluster, once it exists. */
  readonly clusterId: string;
  /** Engine of the cluster. */
  readonly engine: string;
  /** Class of the instance. */
  readonly instanceClass: string;
  /** ARN of the key its records are encrypted with. */
  readonly keyArn: string;
  /** Whether Terraform refuses to destroy it. */
  readonly protection: Protection;
}

/** Renders an instance of an Aurora cluster. */
export function renderInstance(input: AuroraInstanceInput): RdsClusterInstanceConfig {
  const identifier = `${input.name}-${input.number}`;
  return {
    identifier,
    clusterIdentifier: input.clusterId,
    engine: input.engine,
    instanceClass: input.instanceClass,
    // The version is the cluster's to say; RDS changing it would be undone by the next apply.
    autoMinorVersionUpgrade: false,
    copyTagsToSnapshot: true,
    publiclyAccessible: false,
    ...renderInsights(input.keyArn),
    // Those of the cluster would make a backup plan select instances, which it cannot back up one by one.
    tags: { Name: identifier },
    lifecycle: renderLifecycle(input.protection),
  };
}
