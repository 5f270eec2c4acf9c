/** What Karpenter may act on. */
export interface KarpenterHome {
  /** Account id. */
  readonly account: string;
  /** Region name. */
  readonly region: string;
  /** Name of the cluster. */
  readonly clusterName: string;
  /** ARN of the role of the nodes it starts. */
  readonly nodeRoleArn: string;
  /** ARN of the queue with the interruptions of nodes. */
  readonly queueArn: string;
}

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
type Statement = Readonly<Record<'Sid' | 'Effect', string>> & {
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Conditions;
};

const allow = (
  Sid: string,
  Action: readonly string[],
  Resource: Statement['Resource'],
  Condition?: Conditions,
): Statement => ({ Sid, Effect: 'Allow', Action, Resource, Condition });

/**
 * Renders what Karpenter's controller may do: start nodes that bear the cluster's tags, and change or end only such.
 * It is the policy Karpenter publishes for its version 1.12, in one document.
 *
 * @see https://karpenter.sh/docs/reference/cloudformation/
 */
export function renderKarpenterPolicy(home: KarpenterHome): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      ...startNodes(home),
      ...changeNodes(home),
      ...instanceProfiles(home),
      ...discovery(home),
      allow(
        'AllowInterruptionQueueActions',
        ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
        home.queueArn,
      ),
    ],
  });
}

/** The tags that say whose a thing is, on the thing itself or in the request that makes it. */
function tagged(on: 'Resource' | 'Request', clusterName: string): Readonly<Record<string, string>> {
  return {
    [`aws:${on}Tag/kubernetes.io/cluster/${clusterName}`]: 'owned',
    ...(on === 'Request' && { 'aws:RequestTag/eks:eks-cluster-name': clusterName }),
  };
}

function startNodes({ region, clusterName }: KarpenterHome): readonly Statement[] {
  const ec2 = (...kinds: readonly string[]): readonly string[] =>
    kinds.map((kind) => `arn:aws:ec2:${region}:*:${kind}/*`);
  const made = ec2(
    'fleet',
    'instance',
    'volume',
    'network-interface',
    'launch-template',
    'spot-instances-request',
  );
  const start = ['ec2:RunInstances', 'ec2:CreateFleet'];
  const anyNodePool = { 'aws:RequestTag/karpenter.sh/nodepool': '*' };
  return [
    allow('AllowScopedEC2InstanceAccessActions', start, [
      `arn:aws:ec2:${region}::image/*`,
      `arn:aws:ec2:${region}::snapshot/*`,
      ...ec2('security-group', 'subnet', 'capacity-reservation', 'placement-group'),
    ]),
    allow('AllowScopedEC2LaunchTemplateAccessActions', start, ec2('launch-template'), {
      StringEquals: tagged('Resource', clusterName),
      StringLike: { 'aws:ResourceTag/karpenter.sh/nodepool': '*' },
    }),
    allow('AllowScopedEC2InstanceActionsWithTags', [...start, 'ec2:CreateLaunchTemplate'], made, {
      StringEquals: tagged('Request', clusterName),
      StringLike: anyNodePool,
    }),
    allow('AllowScopedResourceCreationTagging', ['ec2:CreateTags'], made, {
      StringEquals: {
        ...tagged('Request', clusterName),
        'ec2:CreateAction': ['RunInstances', 'CreateFleet', 'CreateLaunchTemplate'],
      },
      StringLike: anyNodePool,
    }),
  ];
}

function changeNodes({ region, clusterName }: KarpenterHome): readonly Statement[] {
  const instances = `arn:aws:ec2:${region}:*:instance/*`;
  const own = {
    StringEquals: tagged('Resource', clusterName),
    StringLike: { 'aws:ResourceTag/karpenter.sh/nodepool': '*' },
  };
  return [
    allow('AllowScopedResourceTagging', ['ec2:CreateTags'], instances, {
      ...own,
      StringEqualsIfExists: { 'aws:RequestTag/eks:eks-cluster-name': clusterName },
      'ForAllValues:StringEquals': {
        'aws:TagKeys': ['eks:eks-cluster-name', 'karpenter.sh/nodeclaim', 'Name'],
      },
    }),
    allow(
      'AllowScopedDeletion',
      ['ec2:TerminateInstances', 'ec2:DeleteLaunchTemplate'],
      [instances, `arn:aws:ec2:${region}:*:launch-template/*`],
      own,
    ),
  ];
}

function instanceProfiles(home: KarpenterHome): readonly Statement[] {
  const { account, region, clusterName, nodeRoleArn } = home;
  const profiles = `arn:aws:iam::${account}:instance-profile/*`;
  const ofRegion = (on: 'Resource' | 'Request'): Readonly<Record<string, string>> => ({
    ...tagged(on, clusterName),
    [`aws:${on}Tag/topology.kubernetes.io/region`]: region,
  });
  const anyNodeClass = (on: 'Resource' | 'Request'): Readonly<Record<string, string>> => ({
    [`aws:${on}Tag/karpenter.k8s.aws/ec2nodeclass`]: '*',
  });
  return [
    allow('AllowPassingInstanceRole', ['iam:PassRole'], nodeRoleArn, {
      StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
    }),
    allow('AllowScopedInstanceProfileCreationActions', ['iam:CreateInstanceProfile'], profiles, {
      StringEquals: ofRegion('Request'),
      StringLike: anyNodeClass('Request'),
    }),
    allow('AllowScopedInstanceProfileTagActions', ['iam:TagInstanceProfile'], profiles, {
      StringEquals: { ...ofRegion('Resource'), ...ofRegion('Request') },
      StringLike: { ...anyNodeClass('Resource'), ...anyNodeClass('Request') },
    }),
    allow(
      'AllowScopedInstanceProfileActions',
      [
        'iam:AddRoleToInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
        'iam:DeleteInstanceProfile',
      ],
      profiles,
      { StringEquals: ofRegion('Resource'), StringLike: anyNodeClass('Resource') },
    ),
    allow('AllowInstanceProfileReadActions', ['iam:GetInstanceProfile'], profiles),
  ];
}

/** Lists and prices belong to nobody: IAM knows no resource for them. */
function discovery({ account, region, clusterName }: KarpenterHome): readonly Statement[] {
  const cluster = `arn:aws:eks:${region}:${account}:cluster/${clusterName}`;
  return [
    allow(
      'AllowRegionalReadActions',
      [
        'ec2:DescribeCapacityReservations',
        'ec2:DescribeImages',
        'ec2:DescribeInstances',
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribePlacementGroups',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSpotPriceHistory',
        'ec2:DescribeSubnets',
      ],
      '*',
      { StringEquals: { 'aws:RequestedRegion': region } },
    ),
    allow(
      'AllowSSMReadActions',
      ['ssm:GetParameter'],
      `arn:aws:ssm:${region}::parameter/aws/service/*`,
    ),
    allow('AllowUnscopedReadActions', ['iam:ListInstanceProfiles', 'pricing:GetProducts'], '*'),
    allow(
      'AllowClusterReadActions',
      ['arc-zonal-shift:GetManagedResource', 'eks:DescribeCluster'],
      cluster,
    ),
  ];
}
