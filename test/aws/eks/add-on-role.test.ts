import { AddOnRole } from '../../../lib/aws/eks/add-on-role';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS = {
  name: 'shop-vpc-cni',
  clusterName: 'shop',
  serviceAccount: 'aws-node',
  managedPolicy: 'service-role/Some',
};

test('only pods of the add-on take it, by Pod Identity, and have one AWS managed policy by it', () => {
  let made: AddOnRole | undefined;
  const stack = synthOne((scope) => {
    made = new AddOnRole(scope, 'Role', PROPS);
  });

  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'shop-vpc-cni' });
  expect(policyOf(only(stack, 'aws_iam_role'), 'assume_role_policy')).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: {
          StringEquals: {
            'aws:RequestTag/eks-cluster-name': ['shop'],
            'aws:RequestTag/kubernetes-namespace': ['kube-system'],
            'aws:RequestTag/kubernetes-service-account': ['aws-node'],
          },
        },
      },
    ],
  });
  expect(only(stack, 'aws_iam_role_policy_attachment')).toMatchObject({
    policy_arn: 'arn:aws:iam::aws:policy/service-role/Some',
  });
  expect(made?.association.serviceAccount).toBe('aws-node');
});

test('refuses a name IAM does not allow', () => {
  expect(thrownBy((scope) => new AddOnRole(scope, 'Role', { ...PROPS, name: 'a b' }))).toThrow(
    "[test/Role] name 'a b' is not an IAM role",
  );
});
