import type { KarpenterHome } from '../../../lib/aws/eks/karpenter-policy';
import { renderKarpenterPolicy } from '../../../lib/aws/eks/karpenter-policy';

interface Statement {
  readonly Sid: string;
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const HOME: KarpenterHome = {
  account: '111122223333',
  region: 'eu-west-1',
  clusterName: 'shop',
  nodeRoleArn: 'arn:aws:iam::111122223333:role/shop-node',
  queueArn: 'arn:aws:sqs:eu-west-1:111122223333:shop',
};
const render = (home: Partial<KarpenterHome> = {}): readonly Statement[] =>
  (
    JSON.parse(renderKarpenterPolicy({ ...HOME, ...home })) as {
      readonly Statement: readonly Statement[];
    }
  ).Statement;
const one = (sid: string): Statement | undefined => render().find(({ Sid }) => Sid === sid);

test('has the statements of the published policy', () => {
  expect(render().map(({ Sid }) => Sid)).toEqual([
    'AllowScopedEC2InstanceAccessActions',
    'AllowScopedEC2LaunchTemplateAccessActions',
    'AllowScopedEC2InstanceActionsWithTags',
    'AllowScopedResourceCreationTagging',
    'AllowScopedResourceTagging',
    'AllowScopedDeletion',
    'AllowPassingInstanceRole',
    'AllowScopedInstanceProfileCreationActions',
    'AllowScopedInstanceProfileTagActions',
    'AllowScopedInstanceProfileActions',
    'AllowInstanceProfileReadActions',
    'AllowRegionalReadActions',
    'AllowSSMReadActions',
    'AllowUnscopedReadActions',
    'AllowClusterReadActions',
    'AllowInterruptionQueueActions',
  ]);
});

test('starts only what bears the tags of the cluster', () => {
  expect(one('AllowScopedEC2InstanceActionsWithTags')).toEqual({
    Sid: 'AllowScopedEC2InstanceActionsWithTags',
    Effect: 'Allow',
    Action: ['ec2:RunInstances', 'ec2:CreateFleet', 'ec2:CreateLaunchTemplate'],
    Resource: [
      'arn:aws:ec2:eu-west-1:*:fleet/*',
      'arn:aws:ec2:eu-west-1:*:instance/*',
      'arn:aws:ec2:eu-west-1:*:volume/*',
      'arn:aws:ec2:eu-west-1:*:network-interface/*',
      'arn:aws:ec2:eu-west-1:*:launch-template/*',
      'arn:aws:ec2:eu-west-1:*:spot-instances-request/*',
    ],
    Condition: {
      StringEquals: {
        'aws:RequestTag/kubernetes.io/cluster/shop': 'owned',
        'aws:RequestTag/eks:eks-cluster-name': 'shop',
      },
      StringLike: { 'aws:RequestTag/karpenter.sh/nodepool': '*' },
    },
  });
});

test('ends and tags only what bears the tags of the cluster', () => {
  const own = {
    StringEquals: { 'aws:ResourceTag/kubernetes.io/cluster/shop': 'owned' },
    StringLike: { 'aws:ResourceTag/karpenter.sh/nodepool': '*' },
  };

  expect(one('AllowScopedDeletion')).toMatchObject({
    Action: ['ec2:TerminateInstances', 'ec2:DeleteLaunchTemplate'],
    Condition: own,
  });
  expect(one('AllowScopedEC2LaunchTemplateAccessActions')).toMatchObject({ Condition: own });
  expect(one('AllowScopedResourceTagging')?.Condition).toEqual({
    ...own,
    StringEqualsIfExists: { 'aws:RequestTag/eks:eks-cluster-name': 'shop' },
    'ForAllValues:StringEquals': {
      'aws:TagKeys': ['eks:eks-cluster-name', 'karpenter.sh/nodeclaim', 'Name'],
    },
  });
});

test('tags what it makes while it makes it', () => {
  expect(one('AllowScopedResourceCreationTagging')?.Condition?.['StringEquals']).toEqual({
    'aws:RequestTag/kubernetes.io/cluster/shop': 'owned',
    'aws:RequestTag/eks:eks-cluster-name': 'shop',
    'ec2:CreateAction': ['RunInstances', 'CreateFleet', 'CreateLaunchTemplate'],
  });
});

test('hands over only the role of its nodes, and only to EC2', () => {
  expect(one('AllowPassingInstanceRole')).toMatchObject({
    Action: ['iam:PassRole'],
    Resource: 'arn:aws:iam::111122223333:role/shop-node',
    Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
  });
});

test('instance profiles are those of the cluster in its region', () => {
  expect(one('AllowScopedInstanceProfileTagActions')).toMatchObject({
    Resource: 'arn:aws:iam::111122223333:instance-profile/*',
    Condition: {
      StringEquals: {
        'aws:ResourceTag/kubernetes.io/cluster/shop': 'owned',
        'aws:ResourceTag/topology.kubernetes.io/region': 'eu-west-1',
        'aws:RequestTag/kubernetes.io/cluster/shop': 'owned',
        'aws:RequestTag/eks:eks-cluster-name': 'shop',
        'aws:RequestTag/topology.kubernetes.io/region': 'eu-west-1',
      },
      StringLike: {
        'aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass': '*',
        'aws:RequestTag/karpenter.k8s.aws/ec2nodeclass': '*',
      },
    },
  });
});

test('reads its queue and its cluster', () => {
  expect(one('AllowInterruptionQueueActions')?.Resource).toBe(HOME.queueArn);
  expect(one('AllowClusterReadActions')).toMatchObject({
    Action: ['arc-zonal-shift:GetManagedResource', 'eks:DescribeCluster'],
    Resource: 'arn:aws:eks:eu-west-1:111122223333:cluster/shop',
  });
});

test('everything it may do to all resources is to read', () => {
  const unscoped = render().filter(({ Resource }) => Resource === '*');

  expect(unscoped.map(({ Sid }) => Sid)).toEqual([
    'AllowRegionalReadActions',
    'AllowUnscopedReadActions',
  ]);
  for (const action of unscoped.flatMap(({ Action }) => Action))
    expect(action).toMatch(/^\w+:(Describe|List|GetProducts)/);
});

test('no action is a pattern', () => {
  expect(render().flatMap(({ Action }) => Action)).not.toEqual(
    expect.arrayContaining([expect.stringContaining('*')]),
  );
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
test('fits a role with the longest name a cluster can have', () => {
  const longest = renderKarpenterPolicy({
    account: '111122223333',
    region: 'ap-southeast-2',
    clusterName: 'x'.repeat(100),
    nodeRoleArn: `arn:aws:iam::111122223333:role/${'x'.repeat(64)}`,
    queueArn: `arn:aws:sqs:ap-southeast-2:111122223333:${'x'.repeat(80)}`,
  });

  expect(longest.length).toBeLessThan(10_240);
});
