import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { EksCluster as EksClusterResource } from '@cdktf/provider-aws/lib/eks-cluster';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { fitName } from '../../core/names';
import { assertName, assertZones } from '../checks';
import { ServiceRole } from '../iam/service-role';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { renderLifecycle } from '../protection';
import { BEFORE_NODES, addOnsAfterNodes } from './add-on-sets';
import { AddOns } from './add-ons';
import { ClusterAdmins } from './cluster-admins';
import type { KubernetesVersion } from './kubernetes-version';
import type { NodeScale } from './node-group';
import { NodeGroup } from './node-group';

/** What an `EksCluster` is made of. */
export interface EksClusterProps {
  /** Name of the cluster, unique in the account: its roles are global. */
  readonly name: string;
  /** Version of Kubernetes. */
  readonly version: KubernetesVersion;
  /** Private subnets of control plane and nodes, one a zone, 2 or more. */
  readonly subnetIds: readonly string[];
  /** ARNs of the IAM roles that administer the cluster; whoever creates it is not among them by itself. */
  readonly adminRoleArns: readonly string[];
  /** The nodes that carry the cluster's own workloads. */
  readonly nodes: NodeScale;
  /** Days the control plane's logs are kept. */
  readonly logRetentionDays: number;
  /**
   * Whether Terraform refuses to destroy the cluster and the key of its secrets.
   * @default 'disposable'
   */
  readonly protection?: Protection;
  /**
   * Tags of instances, their volumes and the volumes pods claim, which the provider's default tags do not reach.
   * @default - only the Name tag of the instances and their volumes
   */
  readonly tags?: Readonly<Record<string, string>>;
}

const LOG_TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

/**
 * A private EKS cluster with managed nodes, network policies, volumes and Pod Identity.
 *
 * @example
 * new EksCluster(this, 'Cluster', {
 *   name: 'shop-staging-eu-west-1',
 *   version: KubernetesVersion.V1_35,
 *   subnetIds: ['subnet-1', 'subnet-2'],
 *   adminRoleArns: ['arn:aws:iam::111122223333:role/platform'],
 *   nodes: { instanceTypes: ['m7g.large'], min: 2, max: 6 },
 *   logRetentionDays: 30,
 * });
 */
export class EksCluster extends Construct {
  /** The cluster. */
  public readonly cluster: EksClusterResource;
  /** The key of its Kubernetes secrets and control plane logs. */
  public readonly key: KmsKey;
  /** Name of the cluster. */
  public readonly clusterName: string;
  /** Security group of control plane and nodes: the client of every store the pods reach. */
  public readonly clusterSecurityGroupId: string;

  public constructor(scope: Construct, id: string, props: EksClusterProps) {
    super(scope, id);
    const {
      name,
      version,
      subnetIds,
      adminRoleArns,
      nodes,
      logRetentionDays,
      protection = 'disposable',
      tags = {},
    } = props;
    assertName(this, 'name', name, 'eksCluster');
    assertZones(this, subnetIds);

    this.key = new EncryptionKey(this, 'Key', {
      alias: `eks/${name}`,
      description: `Secrets and control plane logs of ${name}`,
      protection,
      services: ['logs'],
    }).key;
    const role = new ServiceRole(this, 'Role', {
      name: fitName([name, 'cluster'], 'iamRole'),
      service: 'eks.amazonaws.com',
      managedPolicies: ['AmazonEKSClusterPolicy'],
    });
    // EKS would create the group itself, and keep its logs for ever.
    const logs = new CloudwatchLogGroup(this, 'Logs', {
      name: `/aws/eks/${name}/cluster`,
      retentionInDays: logRetentionDays,
      kmsKeyId: this.key.arn,
    });
    this.cluster = new EksClusterResource(this, 'Resource', {
      name,
      version: version.version,
      roleArn: role.arn,
      vpcConfig: {
        subnetIds: [...subnetIds],
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
      },
      accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
      bootstrapSelfManagedAddons: false,
      // A version out of standard support is upgraded, not paid six times for.
      upgradePolicy: { supportType: 'STANDARD' },
      encryptionConfig: { provider: { keyArn: this.key.arn }, resources: ['secrets'] },
      enabledClusterLogTypes: LOG_TYPES,
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
      dependsOn: [...role.attachments, logs],
    });
    this.clusterName = this.cluster.name;
    this.clusterSecurityGroupId = this.cluster.vpcConfig.clusterSecurityGroupId;

    new ClusterAdmins(this, 'Admins', { clusterName: this.clusterName, roleArns: adminRoleArns });
    this.addNodes(name, version.version, subnetIds, nodes, tags);
  }

  /** Nodes are ready only with a network, and CoreDNS is healthy only on nodes. */
  private addNodes(
    name: string,
    kubernetesVersion: string,
    subnetIds: readonly string[],
    scale: NodeScale,
    tags: Readonly<Record<string, string>>,
  ): void {
    const { clusterName } = this;
    const { resources } = new AddOns(this, 'EarlyAddOns', {
      clusterName,
      name,
      addOns: BEFORE_NODES,
      kubernetesVersion,
    });
    const nodes = new NodeGroup(this, 'Nodes', {
      ...scale,
      clusterName,
      name: fitName([name, 'nodes'], 'iamRole'),
      subnetIds,
      tags,
      version: kubernetesVersion,
      after: resources,
    });
    const { criticalAddOnsOnly = false } = scale;
    new AddOns(this, 'LateAddOns', {
      clusterName,
      name,
      addOns: addOnsAfterNodes({ criticalAddOnsOnly, tags }),
      kubernetesVersion,
      after: [nodes.resource],
    });
  }
}
