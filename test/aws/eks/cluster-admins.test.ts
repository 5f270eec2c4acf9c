import { ClusterAdmins } from '../../../lib/aws/eks/cluster-admins';
import { only, synthOne } from '../one-stack';

const ARN = 'arn:aws:iam::111122223333:role/platform';

test('an administrator named twice has one entry, and its association comes after it', () => {
  const stack = synthOne(
    (scope) => new ClusterAdmins(scope, 'Admins', { clusterName: 'shop', roleArns: [ARN, ARN] }),
  );

  expect(only(stack, 'aws_eks_access_entry')).toMatchObject({ principal_arn: ARN });
  expect(only(stack, 'aws_eks_access_policy_association')).toMatchObject({
    principal_arn: ARN,
    depends_on: [expect.stringMatching(/^aws_eks_access_entry\./)],
  });
});
