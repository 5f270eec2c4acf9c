import type { WorkloadRoleProps } from '../../../lib/aws/iam/workload-role';
import { WorkloadRole } from '../../../lib/aws/iam/workload-role';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: WorkloadRoleProps = {
  name: 'shop-orders',
  clusterName: 'shop',
  namespace: 'ordering',
  serviceAccount: 'orders',
  statements: [{ sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::orders/*'] }],
};
const synth = (props: Partial<WorkloadRoleProps> = {}): SynthesizedStack =>
  synthOne((scope) => new WorkloadRole(scope, 'Orders', { ...PROPS, ...props }));

const TAGS = {
  'aws:RequestTag/eks-cluster-name': ['shop'],
  'aws:RequestTag/kubernetes-namespace': ['ordering'],
  'aws:RequestTag/kubernetes-service-account': ['orders'],
};

test('only Pod Identity may assume the role, for its service account alone, and may tag its sessions', () => {
  expect(policyOf(only(synth(), 'aws_iam_role'), 'assume_role_policy')).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: { StringEquals: TAGS },
      },
    ],
  });
});

test('only pods of the cluster with the ARN may use it when the ARN is given', () => {
  const clusterArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/shop';

  expect(policyOf(only(synth({ clusterArn }), 'aws_iam_role'), 'assume_role_policy')).toMatchObject(
    {
      Statement: [
        {
          Condition: { StringEquals: { ...TAGS, 'aws:RequestTag/eks-cluster-arn': [clusterArn] } },
        },
      ],
    },
  );
});

test('has no boundary unless told which', () => {
  const permissionsBoundaryArn = 'arn:aws:iam::111122223333:policy/boundary';

  expect(only(synth(), 'aws_iam_role')).not.toHaveProperty('permissions_boundary');
  expect(only(synth({ permissionsBoundaryArn }), 'aws_iam_role')).toMatchObject({
    permissions_boundary: permissionsBoundaryArn,
  });
});

test('the roles it is told of may assume it too', () => {
  const role = only(synth({ assumableBy: ['arn:aws:iam::111122223333:role/job'] }), 'aws_iam_role');

  expect(policyOf(role, 'assume_role_policy')).toEqual({
    Version: '2012-10-17',
    Statement: [
      expect.objectContaining({ Principal: { Service: 'pods.eks.amazonaws.com' } }),
      {
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::111122223333:role/job'] },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      },
    ],
  });
});

test('is bound to the service account', () => {
  expect(only(synth(), 'aws_eks_pod_identity_association')).toMatchObject({
    cluster_name: 'shop',
    namespace: 'ordering',
    service_account: 'orders',
    role_arn: expect.stringMatching(/^\$\{aws_iam_role\..+\.arn\}$/) as string,
  });
});

test('has one inline policy with its statements', () => {
  const policy = only(synth(), 'aws_iam_role_policy');

  expect(policy['name']).toBe('shop-orders');
  expect(policyOf(policy)).toMatchObject({
    Statement: [{ Sid: 'Read', Resource: ['arn:aws:s3:::orders/*'] }],
  });
});

test('has no policy without statements', () => {
  expect(all(synth({ statements: [] }), 'aws_iam_role_policy')).toEqual([]);
});

test('refuses to grant everything', () => {
  const statements = [{ sid: 'All', actions: ['s3:GetObject'], resources: ['*'] }];

  expect(thrownBy((scope) => new WorkloadRole(scope, 'Orders', { ...PROPS, statements }))).toThrow(
    "[test/Orders] statement 'All' has resource '*'; list the ARNs that are needed",
  );
});

test.each([
  ['name', { name: 'a b' }, "name 'a b' is not an IAM role (letters, digits and _+=,.@-)"],
  ['namespace', { namespace: 'Ordering' }, "namespace 'Ordering' is not a Kubernetes namespace"],
  [
    'serviceAccount',
    { serviceAccount: '-orders' },
    "serviceAccount '-orders' is not a Kubernetes object",
  ],
])('refuses a %s out of its bounds', (_, props, problem) => {
  expect(thrownBy((scope) => new WorkloadRole(scope, 'Orders', { ...PROPS, ...props }))).toThrow(
    problem,
  );
});
