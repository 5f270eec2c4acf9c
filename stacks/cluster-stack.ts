import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import {
  EksCluster,
  KarpenterCloud,
  KubernetesVersion,
  PublishedParameters,
  WorkloadRole,
} from '../lib/aws';
import { parameterPrefix, type BuiltCluster, type RegionPlan } from '../lib/plan';
import { KEYS, readPrivateSubnetIds } from './shared-values';
import { setUpStack, tagsOf, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** Namespace and service account of the External Secrets operator. */
const EXTERNAL_SECRETS = 'external-secrets';
/** Days that control-plane logs are kept. */
const LOG_RETENTION_DAYS = 90;

/** What the stack is made of. */
export interface ClusterStackProps {
  /** The region. */
  readonly plan: RegionPlan;
  /** The cluster to build. */
  readonly cluster: BuiltCluster;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/** The Kubernetes cluster of a region, and the identity of its External Secrets operator. */
export class ClusterStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: ClusterStackProps) {
    super(scope, id);
    const { plan, cluster, settings } = props;
    setUpStack(this, settings);
    const { nodes, secretsRole, administrators } = cluster;
    const eks = new EksCluster(this, 'Cluster', {
      name: cluster.name,
      version: KubernetesVersion.of(cluster.version),
      subnetIds: readPrivateSubnetIds(this, plan),
      adminRoleArns: administrators,
      nodes: { instanceTypes: [nodes.instanceType], min: nodes.min, max: nodes.max },
      logRetentionDays: LOG_RETENTION_DAYS,
      protection: plan.protection,
      tags: tagsOf(settings),
    });
    new KarpenterCloud(this, 'Karpenter', {
      name: cluster.karpenter.name,
      clusterName: eks.clusterName,
      clusterSecurityGroupId: eks.clusterSecurityGroupId,
    });
    // It needs no permission of its own: each service's role names it as one that may assume it.
    new WorkloadRole(this, 'ExternalSecrets', {
      name: secretsRole.name,
      clusterName: eks.clusterName,
      namespace: EXTERNAL_SECRETS,
      serviceAccount: EXTERNAL_SECRETS,
      statements: [],
    });
    new PublishedParameters(this, 'Parameters', {
      prefix: parameterPrefix(plan, 'cluster'),
      values: { [KEYS.clusterSecurityGroup]: eks.clusterSecurityGroupId },
    });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }
}
