import type { PolicyStatement } from '../iam/policy-document';

/**
 * What the AWS Load Balancer Controller may do to keep target groups filled with pods by `TargetGroupBinding`: put pods in
 * and take them out, and look at what is there. It makes no load balancer and opens no security group.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/
 * @example
 * targetRegistrationStatements(['arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/73e2d6bc24d8a067']);
 */
export function targetRegistrationStatements(
  targetGroupArns: readonly string[],
): readonly PolicyStatement[] {
  return [
    {
      sid: 'FillTargetGroups',
      actions: ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'],
      resources: targetGroupArns,
    },
    {
      sid: 'LookAround',
      actions: [
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeInstances',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ],
      resources: ['*'],
    },
  ];
}
