import type { NodeGroupProps } from '../../../lib/aws/eks/node-group';
import { NodeGroup } from '../../../lib/aws/eks/node-group';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const PROPS: NodeGroupProps = {
  name: 'shop-nodes',
  clusterName: 'shop',
  subnetIds: ['subnet-1', 'subnet-2'],
  instanceTypes: ['m7g.large'],
  min: 2,
  max: 6,
};
const synth = (props: Partial<NodeGroupProps> = {}): SynthesizedStack =>
  synthOne((scope) => new NodeGroup(scope, 'Nodes', { ...PROPS, ...props }));

test('pods cannot reach the metadata service, and disks are encrypted', () => {
  expect(only(synth(), 'aws_launch_template')).toMatchObject({
    metadata_options: {
      http_endpoint: 'enabled',
      http_tokens: 'required',
      http_put_response_hop_limit: 1,
    },
    block_device_mappings: [{ ebs: { encrypted: 'true', volume_type: 'gp3' } }],
  });
});

test('begins with the fewest nodes and leaves their number to the autoscaler', () => {
  expect(only(synth(), 'aws_eks_node_group')).toMatchObject({
    scaling_config: { min_size: 2, max_size: 6, desired_size: 2 },
    lifecycle: { create_before_destroy: true, ignore_changes: ['scaling_config[0].desired_size'] },
    launch_template: { version: expect.stringMatching(/\.latest_version\}$/) as string },
  });
});

test('nodes may join and pull images, but not touch network interfaces', () => {
  expect(
    all(synth(), 'aws_iam_role_policy_attachment')
      .map(({ policy_arn: arn }) => String(arn).split('/').at(-1))
      .sort(),
  ).toEqual(['AmazonEC2ContainerRegistryPullOnly', 'AmazonEKSWorkerNodePolicy']);
});

test.each([
  [['m7g.large', 't4g.medium', 'c7gn.xlarge', 'im4gn.large', 'a1.large'], 'AL2023_ARM_64_STANDARD'],
  [['m7i.large', 'g4dn.xlarge', 'm7i-flex.large', 'g6.xlarge'], 'AL2023_x86_64_STANDARD'],
])('%j run the image %s', (instanceTypes, image) => {
  expect(only(synth({ instanceTypes }), 'aws_eks_node_group')).toMatchObject({
    ami_type: image,
    instance_types: instanceTypes,
  });
});

test.each([[[]], [['m7g.large', 'm7i.large']]])(
  'refuses the instance types %j',
  (instanceTypes) => {
    expect(thrownBy((scope) => new NodeGroup(scope, 'Nodes', { ...PROPS, instanceTypes }))).toThrow(
      `[test/Nodes] nodes.instanceTypes is [${instanceTypes.join(', ')}], types of one processor architecture are needed; pass only Graviton types, or none`,
    );
  },
);

test('refuses no nodes, and a most below the fewest', () => {
  expect(thrownBy((scope) => new NodeGroup(scope, 'Nodes', { ...PROPS, min: 0 }))).toThrow(
    '[test/Nodes] nodes.min is 0',
  );
  expect(thrownBy((scope) => new NodeGroup(scope, 'Nodes', { ...PROPS, max: 1 }))).toThrow(
    '[test/Nodes] nodes.max is 1, a whole number of 2 or more is needed; pass a number in that range',
  );
  expect(only(synth({ min: 1, max: 1 }), 'aws_eks_node_group')).toMatchObject({
    scaling_config: { min_size: 1, max_size: 1 },
  });
});

test.each([
  [undefined, {}],
  [{ CostCenter: 'shop', Name: 'mine' }, { CostCenter: 'shop' }],
])('given the tags %j, instances and volumes have them beside their name', (tags, further) => {
  const named = { Name: 'shop-nodes', ...further };

  expect(only(synth({ tags }), 'aws_launch_template')['tag_specifications']).toEqual([
    { resource_type: 'instance', tags: named },
    { resource_type: 'volume', tags: named },
  ]);
});

test.each([undefined, false])('kept for add-ons: %s, nodes take any pod', (criticalAddOnsOnly) => {
  expect(only(synth({ criticalAddOnsOnly }), 'aws_eks_node_group')).not.toHaveProperty('taint');
});

test('nodes kept for add-ons take only pods that tolerate it', () => {
  expect(only(synth({ criticalAddOnsOnly: true }), 'aws_eks_node_group')).toMatchObject({
    taint: [{ key: 'CriticalAddonsOnly', value: 'true', effect: 'NO_SCHEDULE' }],
  });
});

test('nodes follow the version they are told', () => {
  expect(only(synth({ version: '1.35' }), 'aws_eks_node_group')).toMatchObject({ version: '1.35' });
  expect(only(synth(), 'aws_eks_node_group')).not.toHaveProperty('version');
});
