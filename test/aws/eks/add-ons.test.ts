import type { AddOnsProps } from '../../../lib/aws/eks/add-ons';
import { AddOns } from '../../../lib/aws/eks/add-ons';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne } from '../one-stack';

const PROPS: AddOnsProps = { clusterName: 'shop', name: 'shop', addOns: { coredns: {} } };
const synth = (props: Partial<AddOnsProps> = {}): SynthesizedStack =>
  synthOne((scope) => new AddOns(scope, 'AddOns', { ...PROPS, ...props }));

test('an add-on is installed as declared, whatever is in the cluster', () => {
  const addOn = only(synth(), 'aws_eks_addon');

  expect(addOn).toMatchObject({
    cluster_name: 'shop',
    addon_name: 'coredns',
    resolve_conflicts_on_create: 'OVERWRITE',
    resolve_conflicts_on_update: 'OVERWRITE',
  });
  for (const absent of ['configuration_values', 'pod_identity_association', 'depends_on'])
    expect(addOn).not.toHaveProperty(absent);
  expect(all(synth(), 'aws_iam_role')).toEqual([]);
});

test('its configuration is JSON', () => {
  const addOns = { coredns: { configuration: { replicaCount: 3 } } };

  expect(only(synth({ addOns }), 'aws_eks_addon')).toMatchObject({
    configuration_values: '{"replicaCount":3}',
  });
});

test('one that calls AWS waits for its role', () => {
  const addOns = { driver: { access: { serviceAccount: 'driver', managedPolicy: 'Driver' } } };
  const stack = synth({ addOns });

  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'shop-driver' });
  expect(only(stack, 'aws_eks_addon')).toMatchObject({
    pod_identity_association: [{ service_account: 'driver' }],
    depends_on: [expect.stringMatching(/^aws_iam_role_policy_attachment\./)],
  });
});

test('the name of a role fits, however long that of the cluster is', () => {
  const addOns = { driver: { access: { serviceAccount: 'driver', managedPolicy: 'Driver' } } };
  const { name } = only(synth({ name: 'x'.repeat(100), addOns }), 'aws_iam_role');

  expect(name).toHaveLength(64);
});

test('one that is told the version of Kubernetes follows it', () => {
  const stack = synth({ kubernetesVersion: '1.35' });

  expect(Object.values(stack.data?.['aws_eks_addon_version'] ?? {})).toEqual([
    expect.objectContaining({
      addon_name: 'coredns',
      kubernetes_version: '1.35',
      most_recent: false,
    }),
  ]);
  expect(only(stack, 'aws_eks_addon')).toMatchObject({
    addon_version: expect.stringMatching(/^\$\{data\.aws_eks_addon_version\./) as string,
  });
  expect(only(synth(), 'aws_eks_addon')).not.toHaveProperty('addon_version');
});
