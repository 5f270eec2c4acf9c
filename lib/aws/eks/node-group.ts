import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import type { ITerraformDependable } from 'cdktf';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertWhole } from '../checks';
import { ServiceRole } from '../iam/service-role';
import { CRITICAL_ADD_ONS_ONLY } from './add-on-sets';

/** How many nodes of what kind. */
export interface NodeScale {
  /** Instance types, all of one processor architecture, the preferred first. */
  readonly instanceTypes: readonly string[];
  /** Fewest nodes, 1 or more. */
  readonly min: number;
  /** Most nodes. */
  readonly max: number;
  /**
   * Whether only pods that tolerate the taint `CriticalAddonsOnly` run on the nodes, such as those of add-ons and of
   * Karpenter; all others then need nodes of another kind.
   * @default false
   */
  readonly criticalAddOnsOnly?: boolean;
}

/** What a `NodeGroup` is made of. */
export interface NodeGroupProps extends NodeScale {
  /** Name of the nodes' role and of the instances. */
  readonly name: string;
  /** Name of the cluster. */
  readonly clusterName: string;
  /** Subnets of the nodes. */
  readonly subnetIds: readonly string[];
  /**
   * Version of Kubernetes of the nodes, for example `1.35`; they follow it one after the other.
   * @default - that of the cluster when they are made, for good
   */
  readonly version?: string;
  /**
   * What stands before the nodes start.
   * @default - only the cluster
   */
  readonly after?: readonly ITerraformDependable[];
  /**
   * Tags of instances and their volumes, which the provider's default tags do not reach.
   * @default - only the Name tag
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The network plugin has a role of its own, so that nothing else on a node can move network interfaces. */
export const NODE_POLICIES: readonly string[] = [
  'AmazonEKSWorkerNodePolicy',
  'AmazonEC2ContainerRegistryPullOnly',
];

/**
 * Managed nodes whose role pods cannot take: the metadata service answers only on the node itself.
 *
 * @example
 * new NodeGroup(this, 'Nodes', {
 *   name: 'shop-nodes',
 *   clusterName: 'shop',
 *   subnetIds: ['subnet-1', 'subnet-2'],
 *   instanceTypes: ['m7g.large'],
 *   min: 2,
 *   max: 6,
 * });
 */
export class NodeGroup extends Construct {
  /** The group: whatever needs nodes depends on it. */
  public readonly resource: ITerraformDependable;

  public constructor(scope: Construct, id: string, props: NodeGroupProps) {
    super(scope, id);
    const { name, clusterName, subnetIds, instanceTypes, min, max, after = [] } = props;
    assertWhole(this, 'nodes.min', min, 1, Number.MAX_SAFE_INTEGER);
    assertWhole(this, 'nodes.max', max, min, Number.MAX_SAFE_INTEGER);
    const amiType = this.amiType(instanceTypes);

    const role = new ServiceRole(this, 'Role', {
      name,
      service: 'ec2.amazonaws.com',
      managedPolicies: NODE_POLICIES,
    });
    const tags = { Name: name };
    const instanceTags = { ...props.tags, ...tags };
    const template = new LaunchTemplate(this, 'Template', {
      namePrefix: `${name}-`,
      updateDefaultVersion: true,
      metadataOptions: {
        httpEndpoint: 'enabled',
        httpTokens: 'required',
        httpPutResponseHopLimit: 1,
      },
      blockDeviceMappings: [
        { deviceName: '/dev/xvda', ebs: { volumeSize: 50, volumeType: 'gp3', encrypted: 'true' } },
      ],
      tagSpecifications: [
        { resourceType: 'instance', tags: instanceTags },
        { resourceType: 'volume', tags: instanceTags },
      ],
      tags,
    });
    this.resource = new EksNodeGroup(this, 'Resource', {
      // A prefix, because a replacement stands beside the old group until the pods have moved.
      nodeGroupNamePrefix: 'nodes-',
      clusterName,
      version: props.version,
      nodeRoleArn: role.arn,
      subnetIds: [...subnetIds],
      instanceTypes: [...instanceTypes],
      amiType,
      launchTemplate: { id: template.id, version: Token.asString(template.latestVersion) },
      scalingConfig: { minSize: min, maxSize: max, desiredSize: min },
      taint: props.criticalAddOnsOnly
        ? [{ key: CRITICAL_ADD_ONS_ONLY, value: 'true', effect: 'NO_SCHEDULE' }]
        : undefined,
      updateConfig: { maxUnavailablePercentage: 33 },
      tags,
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ['scaling_config[0].desired_size'] },
      dependsOn: [...role.attachments, ...after],
    });
  }

  /** A launch template without an image needs to be told which: EKS would guess x86 and an image it no longer has. */
  private amiType(instanceTypes: readonly string[]): string {
    const arm = instanceTypes.filter(isArm);
    if (instanceTypes.length > 0 && arm.length === instanceTypes.length)
      return 'AL2023_ARM_64_STANDARD';
    if (instanceTypes.length > 0 && arm.length === 0) return 'AL2023_x86_64_STANDARD';
    throw new PlatformError(
      this,
      `nodes.instanceTypes is [${instanceTypes.join(', ')}], types of one processor architecture are needed`,
      'pass only Graviton types, or none',
    );
  }
}

/** Graviton families have a g after their generation: m7g, c7gn, t4g. */
function isArm(instanceType: string): boolean {
  return /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType);
}
