import type { EksClusterProps } from '../../../lib/aws/eks/eks-cluster';
import { EksCluster } from '../../../lib/aws/eks/eks-cluster';
import { KubernetesVersion } from '../../../lib/aws/eks/kubernetes-version';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: EksClusterProps = {
  name: 'shop',
  version: KubernetesVersion.V1_35,
  subnetIds: ['subnet-1', 'subnet-2'],
  adminRoleArns: ['arn:aws:iam::111122223333:role/platform'],
  nodes: { instanceTypes: ['m7g.large'], min: 2, max: 6 },
  logRetentionDays: 30,
};
const synth = (props: Partial<EksClusterProps> = {}): SynthesizedStack =>
  synthOne((scope) => new EksCluster(scope, 'Cluster', { ...PROPS, ...props }));
const addOn = (stack: SynthesizedStack, name: string): unknown =>
  all(stack, 'aws_eks_addon').find((block) => block['addon_name'] === name);

test('is private, of access entries only, and its creator is not an administrator', () => {
  expect(only(synth(), 'aws_eks_cluster')).toMatchObject({
    name: 'shop',
    version: '1.35',
    vpc_config: {
      endpoint_private_access: true,
      endpoint_public_access: false,
      subnet_ids: ['subnet-1', 'subnet-2'],
    },
    access_config: {
      authentication_mode: 'API',
      bootstrap_cluster_creator_admin_permissions: false,
    },
    bootstrap_self_managed_addons: false,
    upgrade_policy: { support_type: 'STANDARD' },
    tags: { Name: 'shop' },
  });
});

test('its secrets and its logs are encrypted with its own key', () => {
  const stack = synth();
  const key = expect.stringMatching(/^\$\{aws_kms_key\./) as string;

  expect(only(stack, 'aws_eks_cluster')).toMatchObject({
    encryption_config: { provider: { key_arn: key }, resources: ['secrets'] },
  });
  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/eks/shop/cluster',
    retention_in_days: 30,
    kms_key_id: key,
  });
  expect(policyOf(only(stack, 'aws_kms_key'))).toMatchObject({
    Statement: [{}, { Sid: 'Servicelogs' }],
  });
});

test('logs everything, into a group that is there before it', () => {
  const cluster = only(synth(), 'aws_eks_cluster');

  expect(cluster['enabled_cluster_log_types']).toEqual([
    'api',
    'audit',
    'authenticator',
    'controllerManager',
    'scheduler',
  ]);
  expect(cluster['depends_on']).toEqual([
    expect.stringMatching(/^aws_iam_role_policy_attachment\..*AmazonEKSClusterPolicy/),
    expect.stringMatching(/^aws_cloudwatch_log_group\./),
  ]);
});

test('network, identity and proxy come before the nodes, CoreDNS after them', () => {
  const stack = synth();
  const before = ['vpc-cni', 'eks-pod-identity-agent', 'kube-proxy'];

  expect(only(stack, 'aws_eks_node_group')['depends_on']).toEqual(
    expect.arrayContaining(
      before.map(
        (name) => expect.stringMatching(new RegExp(`^aws_eks_addon\\..*${name}`)) as string,
      ),
    ),
  );
  expect(addOn(stack, 'coredns')).toMatchObject({
    depends_on: [expect.stringMatching(/^aws_eks_node_group\./)],
  });
  expect(addOn(stack, 'vpc-cni')).toMatchObject({
    depends_on: [expect.stringMatching(/^aws_iam_role_policy_attachment\./)],
  });
  for (const name of before.slice(1)) expect(addOn(stack, name)).not.toHaveProperty('depends_on');
  expect(addOn(stack, 'metrics-server')).toMatchObject({
    depends_on: [expect.stringMatching(/^aws_eks_node_group\./)],
  });
});

test.each([
  ['vpc-cni', 'aws-node', 'AmazonEKS_CNI_Policy'],
  ['aws-ebs-csi-driver', 'ebs-csi-controller-sa', 'service-role/AmazonEBSCSIDriverPolicy'],
])('the pods of %s have a role of their own', (name, serviceAccount, policy) => {
  const stack = synth();

  expect(addOn(stack, name)).toMatchObject({
    pod_identity_association: [
      {
        service_account: serviceAccount,
        role_arn: expect.stringMatching(new RegExp(`Role-${name}_`)) as string,
      },
    ],
  });
  expect(
    all(stack, 'aws_iam_role_policy_attachment').filter(
      ({ policy_arn: arn }) => arn === `arn:aws:iam::aws:policy/${policy}`,
    ),
  ).toMatchObject([{ role: expect.stringMatching(new RegExp(`Role-${name}_`)) as string }]);
  expect(all(stack, 'aws_iam_role').map((role) => role['name'])).toContain(`shop-${name}`);
});

test('tags reach instances and the volumes pods claim', () => {
  const stack = synth({ tags: { CostCenter: 'shop' } });

  expect(only(stack, 'aws_launch_template')).toMatchObject({
    tag_specifications: [
      { tags: { CostCenter: 'shop', Name: 'shop-nodes' } },
      { tags: { CostCenter: 'shop', Name: 'shop-nodes' } },
    ],
  });
  expect(addOn(stack, 'aws-ebs-csi-driver')).toMatchObject({
    configuration_values: '{"controller":{"extraVolumeTags":{"CostCenter":"shop"}}}',
  });
});

test('without tags the volumes driver is not configured', () => {
  expect(addOn(synth(), 'aws-ebs-csi-driver')).not.toHaveProperty('configuration_values');
});

test('on nodes kept for add-ons all add-ons run', () => {
  const stack = synth({ nodes: { ...PROPS.nodes, criticalAddOnsOnly: true } });

  expect(only(stack, 'aws_eks_node_group')).toHaveProperty('taint');
  expect(addOn(stack, 'metrics-server')).toMatchObject({
    configuration_values: '{"tolerations":[{"key":"CriticalAddonsOnly","operator":"Exists"}]}',
  });
});

test('network policies are enforced', () => {
  expect(addOn(synth(), 'vpc-cni')).toMatchObject({
    configuration_values: '{"enableNetworkPolicy":"true"}',
  });
});

test('each administrator has an entry for the whole cluster, whose address is its ARN', () => {
  const stack = synth({
    adminRoleArns: [
      'arn:aws:iam::111122223333:role/b',
      'arn:aws:iam::111122223333:role/a',
      'arn:aws:iam::111122223333:role/a',
    ],
  });

  expect(all(stack, 'aws_eks_access_entry').map(({ principal_arn: arn }) => arn)).toEqual([
    'arn:aws:iam::111122223333:role/a',
    'arn:aws:iam::111122223333:role/b',
  ]);
  expect(all(stack, 'aws_eks_access_policy_association')).toMatchObject([
    {
      policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
      access_scope: { type: 'cluster' },
    },
    { principal_arn: 'arn:aws:iam::111122223333:role/b' },
  ]);
});

test('refuses an administrator that is no role', () => {
  expect(
    thrownBy(
      (scope) => new EksCluster(scope, 'Cluster', { ...PROPS, adminRoleArns: ['platform'] }),
    ),
  ).toThrow(
    "[test/Cluster/Admins] adminRoleArns has 'platform', no ARN of a role; write the ARN out",
  );
});

test.each([
  [undefined, false],
  ['disposable', false],
  ['retain', true],
] as const)('protection %s: destroy refused is %s', (protection, prevented) => {
  const stack = synth({ protection });

  expect(only(stack, 'aws_eks_cluster')).toMatchObject({
    lifecycle: { prevent_destroy: prevented },
  });
  expect(only(stack, 'aws_kms_key')).toMatchObject({ lifecycle: { prevent_destroy: prevented } });
});

test('refuses a single zone', () => {
  expect(
    thrownBy((scope) => new EksCluster(scope, 'Cluster', { ...PROPS, subnetIds: ['subnet-1'] })),
  ).toThrow(
    '[test/Cluster] subnetIds has 1 entries, 2 or more are needed; pass one subnet per zone',
  );
});

test('nodes and add-ons follow the version of the control plane', () => {
  const stack = synth({ version: KubernetesVersion.V1_34 });
  const versions = Object.values(stack.data?.['aws_eks_addon_version'] ?? {});

  expect(only(stack, 'aws_eks_node_group')).toMatchObject({ version: '1.34' });
  expect(versions).toHaveLength(all(stack, 'aws_eks_addon').length);
  expect(new Set(versions.map((block) => block['kubernetes_version']))).toEqual(new Set(['1.34']));
});
