import type { AccessGrant } from '../../../lib/aws/eks/cluster-access';
import { ClusterAccess } from '../../../lib/aws/eks/cluster-access';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const A = 'arn:aws:iam::111122223333:role/a';
const B = 'arn:aws:iam::111122223333:role/b';
const synth = (...grants: readonly AccessGrant[]): SynthesizedStack =>
  synthOne((scope) => new ClusterAccess(scope, 'Access', { clusterName: 'shop', grants }));
const refused = (...grants: readonly AccessGrant[]) => thrownBy(() => synth(...grants));

test.each([
  ['view', 'AmazonEKSViewPolicy'],
  ['admin-view', 'AmazonEKSAdminViewPolicy'],
  ['edit', 'AmazonEKSEditPolicy'],
  ['admin', 'AmazonEKSAdminPolicy'],
  ['cluster-admin', 'AmazonEKSClusterAdminPolicy'],
] as const)('the permission %s is the policy %s, in the whole cluster', (permission, policy) => {
  expect(
    only(synth({ roleArn: A, permission }), 'aws_eks_access_policy_association'),
  ).toMatchObject({
    cluster_name: 'shop',
    principal_arn: A,
    policy_arn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
    access_scope: { type: 'cluster' },
    depends_on: [expect.stringMatching(/^aws_eks_access_entry\./)],
  });
});

test('a permission may end at namespaces', () => {
  const grant = { roleArn: A, permission: 'edit', namespaces: ['ordering', 'shop-*'] } as const;

  expect(only(synth(grant), 'aws_eks_access_policy_association')).toMatchObject({
    access_scope: { type: 'namespace', namespaces: ['ordering', 'shop-*'] },
  });
});

test('a role of several permissions has one entry', () => {
  const stack = synth(
    { roleArn: A, permission: 'view' },
    { roleArn: B, permission: 'view' },
    { roleArn: A, permission: 'edit', namespaces: ['ordering'] },
  );

  expect(all(stack, 'aws_eks_access_entry').map(({ principal_arn: arn }) => arn)).toEqual([A, B]);
  expect(all(stack, 'aws_eks_access_policy_association')).toHaveLength(3);
});

test('taking a role away moves no other', () => {
  const addresses = (...grants: readonly AccessGrant[]): readonly string[] =>
    Object.keys(synth(...grants).resource?.['aws_eks_access_policy_association'] ?? {});
  const [a, b] = [
    { roleArn: A, permission: 'view' },
    { roleArn: B, permission: 'view' },
  ] as const;

  expect(addresses(a, b)).toEqual(expect.arrayContaining([...addresses(b)]));
});

test('nobody has access without grants', () => {
  expect(all(synth(), 'aws_eks_access_entry')).toEqual([]);
});

test.each<[string, readonly AccessGrant[], string]>([
  [
    'what is no role',
    [{ roleArn: 'grafana', permission: 'view' }],
    "grants[0].roleArn has 'grafana', no ARN of a role; write the ARN out",
  ],
  [
    'the same permission again',
    [
      { roleArn: B, permission: 'view' },
      { roleArn: A, permission: 'edit', namespaces: ['a'] },
      { roleArn: A, permission: 'edit', namespaces: ['b'] },
    ],
    `grants[2] gives '${A}' the permission 'edit' of grants[1] again; name all namespaces in one grant`,
  ],
  [
    'no namespace',
    [{ roleArn: A, permission: 'edit', namespaces: [] }],
    'grants[0].namespaces has 0 entries, 1 or more are needed; name a namespace, or leave namespaces out to mean the whole cluster',
  ],
  [
    'a namespace that is none',
    [{ roleArn: A, permission: 'edit', namespaces: ['Ordering'] }],
    "grants[0].namespaces 'Ordering' is not a Kubernetes namespace",
  ],
])('refuses %s', (_, grants, message) => {
  expect(refused(...grants)).toThrow(`[test/Access] ${message}`);
});
