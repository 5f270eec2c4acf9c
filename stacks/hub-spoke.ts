import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { dependable, TerraformResource, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import {
  ClusterAccess,
  NetworkPeering,
  publishStatements,
  useProvider,
  WorkloadRole,
} from '../lib/aws';
import { HUB_ACCOUNTS, roleArn, type HubPlan, type RegionPlan, type SpokePlan } from '../lib/plan';
import type { LongTermStores } from './hub-stores';
import { readClusterSecurityGroup, readPrivateSubnetIds, readVpcId } from './shared-values';

/** What a `HubSpoke` is made of. */
export interface HubSpokeProps {
  /** The hub. */
  readonly hub: HubPlan;
  /** The region the hub stands in. */
  readonly home: RegionPlan;
  /** The region it reaches. */
  readonly region: RegionPlan;
  /** Names of the region's roles. */
  readonly spoke: SpokePlan;
  /** Roles of Argo CD. */
  readonly deployers: HubDeployers;
  /**
   * What is kept for long.
   * @default - nothing: an environment that may be lost keeps nothing
   */
  readonly stores?: LongTermStores;
  /**
   * Provider of the region.
   * @default - that of the stack
   */
  readonly provider?: TerraformProvider;
}

/** The roles of Argo CD. */
export interface HubDeployers {
  /** The role that deploys. */
  readonly deployer: WorkloadRole;
  /** The role that shows what runs. */
  readonly viewer: WorkloadRole;
}

/** What the hub has of one region: a way to its network, access to its cluster, and roles of those that send to it. */
export class HubSpoke extends Construct {
  public constructor(scope: Construct, id: string, props: HubSpokeProps) {
    super(scope, id);
    const { hub, home, region, spoke, deployers, stores, provider } = props;
    this.addAccess({ hub, home, region, deployers });
    new WorkloadRole(this, 'AlertSender', {
      ...{ name: spoke.alertSender, clusterName: region.cluster.name, ...HUB_ACCOUNTS.alertSender },
      statements: publishStatements({
        ...{ account: region.account, region: region.region },
        names: region.operations.alarmTopics.map(({ name }) => name),
      }),
    });
    if (stores) {
      const { metricsWriter, telemetryWriter } = HUB_ACCOUNTS;
      new WorkloadRole(this, 'MetricsWriter', {
        ...{ name: spoke.metricsWriter, clusterName: region.cluster.name, ...metricsWriter },
        statements: stores.writeMetrics,
      });
      new WorkloadRole(this, 'TelemetryWriter', {
        ...{ name: spoke.telemetryWriter, clusterName: region.cluster.name, ...telemetryWriter },
        statements: stores.writeTelemetry,
      });
    }
    useProvider(this, provider);
    if (provider) this.addWay(home, region, provider);
  }

  private addAccess({
    hub,
    home,
    region,
    deployers,
  }: Pick<HubSpokeProps, 'hub' | 'home' | 'region' | 'deployers'>): void {
    const access = new ClusterAccess(this, 'Access', {
      clusterName: region.cluster.name,
      grants: [
        { roleArn: roleArn(home, hub.deployer), permission: 'cluster-admin' },
        { roleArn: roleArn(home, hub.deployerView), permission: 'admin-view' },
      ],
    });
    // Entries are named by the ARN written out, and EKS takes none of a role that is not there yet.
    const roles = [deployers.deployer.role, deployers.viewer.role].map(dependable);
    for (const part of access.node.findAll())
      if (TerraformResource.isTerraformResource(part))
        part.dependsOn = [...(part.dependsOn ?? []), ...roles];
  }

  /** Clusters have no public endpoint: the hub reaches them from network to network. */
  private addWay(home: RegionPlan, region: RegionPlan, provider: TerraformProvider): void {
    const here = new Construct(this, 'Home');
    const local = {
      vpcId: readVpcId(here, home),
      cidr: home.network.cidr,
      subnetIds: readPrivateSubnetIds(here, home),
    };
    const remote = {
      vpcId: readVpcId(this, region, provider),
      cidr: region.network.cidr,
      subnetIds: readPrivateSubnetIds(this, region, provider),
    };
    new NetworkPeering(this, 'Way', {
      name: `${home.system}-${home.environment}-hub-${region.region}`,
      local,
      remote: { ...remote, region: region.region, provider },
    });
    new VpcSecurityGroupIngressRule(this, 'Door', {
      securityGroupId: readClusterSecurityGroup(this, region, provider),
      cidrIpv4: home.network.cidr,
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      description: 'hub to the API of the cluster',
      tags: { Name: 'hub' },
      provider,
    });
  }
}
