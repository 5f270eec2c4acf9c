/**
 * Actions that AWS defines without resources, so that a policy can grant them on `*` only. Nothing that reads or
 * changes what somebody else owns is among them, but for the names and figures that describing tells, and the delivery
 * of logs, which AWS keeps once an account and region.
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
  // A version is asked for by an id that is no part of its ARN; AWS's own example for readers of Kafka grants it so.
  // https://docs.aws.amazon.com/glue/latest/dg/schema-registry-gs.html
  'glue:GetSchemaVersion',
  'kms:CreateKey',
  'kms:ListAliases',
  'kms:ListKeys',
  // Deliveries of logs belong to the account, not to a log group; the policies that let AWS write are the account's too,
  // unless one is put for a log group by its ARN, which services that set up a delivery do not do.
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
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
