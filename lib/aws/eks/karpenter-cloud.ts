import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { Ec2Tag } from '@cdktf/provider-aws/lib/ec2-tag';
import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { fitName } from '../../core/names';
import { assertName } from '../checks';
import { ServiceRole } from '../iam/service-role';
import { WorkloadRole } from '../iam/workload-role';
import { InterruptionQueue } from './interruption-queue';
import { renderKarpenterPolicy } from './karpenter-policy';
import { NODE_POLICIES } from './node-group';

/** What a `KarpenterCloud` is made of. */
export interface KarpenterCloudProps {
  /** Name of the queue and of the controller's role, unique in the account; the nodes' role has `-node` after it. */
  readonly name: string;
  /** Name of the cluster; it knows access entries and has the Pod Identity agent. */
  readonly clusterName: string;
  /** Security group of the cluster, which the nodes get. */
  readonly clusterSecurityGroupId: string;
  /**
   * Kubernetes namespace of Karpenter.
   * @default 'kube-system'
   */
  readonly namespace?: string;
  /**
   * Kubernetes service account of Karpenter.
   * @default 'karpenter'
   */
  readonly serviceAccount?: string;
  /**
   * Names of further AWS managed policies of the nodes, such as `AmazonEKS_CNI_Policy` where the network plugin has no
   * role of its own.
   * @default - none: nodes may join the cluster and pull images
   */
  readonly nodePolicies?: readonly string[];
}

/**
 * All that Karpenter needs of AWS: a role for itself and one for its nodes, and a queue that tells when a node goes.
 *
 * @see https://karpenter.sh/docs/reference/cloudformation/
 * @example
 * new KarpenterCloud(this, 'Karpenter', {
 *   name: 'shop-karpenter',
 *   clusterName: 'shop',
 *   clusterSecurityGroupId: 'sg-1',
 * });
 */
export class KarpenterCloud extends Construct {
  /** Name of the queue, for `settings.interruptionQueue` of Karpenter's chart. */
  public readonly queueName: string;
  /** Name of the nodes' role, for `role` of an EC2NodeClass. */
  public readonly nodeRoleName: string;
  /** ARN of the controller's role. */
  public readonly controllerRoleArn: string;

  public constructor(scope: Construct, id: string, props: KarpenterCloudProps) {
    super(scope, id);
    const { name, clusterName, clusterSecurityGroupId } = props;
    const { namespace = 'kube-system', serviceAccount = 'karpenter', nodePolicies = [] } = props;
    assertQueueName(this, name);
    this.queueName = name;
    this.nodeRoleName = fitName([name, 'node'], 'iamRole');

    const { queueArn } = new InterruptionQueue(this, 'Interruptions', { name });
    const nodeRole = new ServiceRole(this, 'NodeRole', {
      name: this.nodeRoleName,
      service: 'ec2.amazonaws.com',
      managedPolicies: [...NODE_POLICIES, ...nodePolicies],
    });
    // Managed node groups have their entry from EKS, nodes that somebody else starts do not.
    new EksAccessEntry(this, 'NodeEntry', {
      clusterName,
      principalArn: nodeRole.arn,
      type: 'EC2_LINUX',
    });
    const { role, roleArn } = new WorkloadRole(this, 'Controller', {
      name,
      clusterName,
      namespace,
      serviceAccount,
      statements: [],
    });
    this.controllerRoleArn = roleArn;
    new IamRolePolicy(this, 'ControllerPolicy', {
      name,
      role: role.name,
      policy: renderKarpenterPolicy({
        account: new DataAwsCallerIdentity(this, 'Account').accountId,
        region: new DataAwsRegion(this, 'Region').id,
        clusterName,
        nodeRoleArn: nodeRole.arn,
        queueArn,
      }),
    });
    new Ec2Tag(this, 'Discovery', {
      resourceId: clusterSecurityGroupId,
      key: 'karpenter.sh/discovery',
      value: clusterName,
    });
  }
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
function assertQueueName(scope: Construct, name: string): void {
  assertName(scope, 'name', name, 'iamRole');
  if (Token.isUnresolved(name) || /^[\w-]+$/.test(name)) return;
  throw new PlatformError(
    scope,
    `name '${name}' has characters a queue cannot have`,
    'write it with letters, digits, - and _',
  );
}
