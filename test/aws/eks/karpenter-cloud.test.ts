import type { KarpenterCloudProps } from '../../../lib/aws/eks/karpenter-cloud';
import { KarpenterCloud } from '../../../lib/aws/eks/karpenter-cloud';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: KarpenterCloudProps = {
  name: 'shop-karpenter',
  clusterName: 'shop',
  clusterSecurityGroupId: 'sg-1',
};
const synth = (props: Partial<KarpenterCloudProps> = {}): SynthesizedStack =>
  synthOne((scope) => new KarpenterCloud(scope, 'Karpenter', { ...PROPS, ...props }));

test.each([
  [{}, 'kube-system', 'karpenter'],
  [{ namespace: 'autoscaling', serviceAccount: 'scaler' }, 'autoscaling', 'scaler'],
])('given %j, the pods of %s/%s have the role', (props, namespace, serviceAccount) => {
  expect(only(synth(props), 'aws_eks_pod_identity_association')).toMatchObject({
    cluster_name: 'shop',
    namespace,
    service_account: serviceAccount,
  });
});

test('the controller has its policy, of its queue and its nodes', () => {
  const policy = only(synth(), 'aws_iam_role_policy');

  expect(policy['name']).toBe('shop-karpenter');
  expect(policyOf(policy)).toMatchObject({
    Statement: expect.arrayContaining([
      expect.objectContaining({
        Sid: 'AllowPassingInstanceRole',
        Resource: expect.stringMatching(/^\$\{aws_iam_role\..*NodeRole.*\.arn\}$/) as string,
      }),
      expect.objectContaining({
        Sid: 'AllowInterruptionQueueActions',
        Resource: expect.stringMatching(/^\$\{aws_sqs_queue\..+\.arn\}$/) as string,
      }),
    ]) as unknown,
  });
});

test('its nodes may join the cluster, and no more than other nodes', () => {
  const stack = synth();

  expect(only(stack, 'aws_eks_access_entry')).toMatchObject({
    cluster_name: 'shop',
    type: 'EC2_LINUX',
    principal_arn: expect.stringMatching(/NodeRole/) as string,
  });
  expect(
    all(stack, 'aws_iam_role_policy_attachment').map(({ policy_arn: arn }) =>
      String(arn).split('/').at(-1),
    ),
  ).toEqual(['AmazonEC2ContainerRegistryPullOnly', 'AmazonEKSWorkerNodePolicy']);
});

test('its nodes get further policies where asked for', () => {
  const stack = synth({ nodePolicies: ['AmazonSSMManagedInstanceCore'] });

  expect(all(stack, 'aws_iam_role_policy_attachment').map(({ policy_arn: arn }) => arn)).toContain(
    'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
  );
});

test('it finds the security group of the cluster', () => {
  expect(only(synth(), 'aws_ec2_tag')).toMatchObject({
    resource_id: 'sg-1',
    key: 'karpenter.sh/discovery',
    value: 'shop',
  });
});

test('names are known before anything is deployed', () => {
  let made: KarpenterCloud | undefined;
  const stack = synthOne((scope) => {
    made = new KarpenterCloud(scope, 'Karpenter', PROPS);
  });

  expect(made?.queueName).toBe('shop-karpenter');
  expect(made?.nodeRoleName).toBe('shop-karpenter-node');
  expect(made?.controllerRoleArn).toBeDefined();
  expect(only(stack, 'aws_sqs_queue')['name']).toBe('shop-karpenter');
  expect(all(stack, 'aws_iam_role').map(({ name }) => name)).toEqual([
    'shop-karpenter',
    'shop-karpenter-node',
  ]);
});

test.each([
  [
    'x'.repeat(65),
    `name '${'x'.repeat(65)}' has 65 characters, an IAM role has at most 64; rename it within these bounds`,
  ],
  [
    'shop.karpenter',
    "name 'shop.karpenter' has characters a queue cannot have; write it with letters, digits, - and _",
  ],
])('refuses the name %s', (name, message) => {
  expect(thrownBy((scope) => new KarpenterCloud(scope, 'Karpenter', { ...PROPS, name }))).toThrow(
    `[test/Karpenter] ${message}`,
  );
});

test('takes a name of 64 characters', () => {
  expect(only(synth({ name: 'x'.repeat(64) }), 'aws_sqs_queue')['name']).toBe('x'.repeat(64));
});
