/**
 * Actions that AWS defines without resources, so that a policy can grant them on `*` only. Nothing that reads or
 * changes what somebody else owns is among them, but for the names and figures that describing tells.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const ACTIONS_WITHOUT_RESOURCES: ReadonlySet<string> = new Set([
  'cloudwatch:GetMetricData',
  'cloudwatch:GetMetricStatistics',
  'cloudwatch:ListMetrics',
  'cloudwatch:PutMetricData',
  'ec2:DescribeAvailabilityZones',
  'ec2:DescribeCapacityReservations',
  'ec2:DescribeImages',
  'ec2:DescribeInstanceStatus',
  'ec2:DescribeInstanceTypeOfferings',
  'ec2:DescribeInstanceTypes',
  'ec2:DescribeInstances',
  'ec2:DescribeLaunchTemplates',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribePlacementGroups',
  'ec2:DescribeRegions',
  'ec2:DescribeSecurityGroupRules',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSpotPriceHistory',
  'ec2:DescribeSubnets',
  'ec2:DescribeTags',
  'ec2:DescribeVpcs',
  'ecr:GetAuthorizationToken',
  'elasticloadbalancing:DescribeTargetGroups',
  'elasticloadbalancing:DescribeTargetHealth',
  // Names of profiles and nothing else, granted so by Karpenter's own policy.
  'iam:ListInstanceProfiles',
  'kms:CreateKey',
  'kms:ListAliases',
  'kms:ListKeys',
  'pricing:GetProducts',
  'secretsmanager:GetRandomPassword',
  'ssm:DescribeParameters',
  'sts:GetCallerIdentity',
  'tag:GetResources',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
]);
