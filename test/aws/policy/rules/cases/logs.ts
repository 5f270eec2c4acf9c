import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { TerraformVariable, type TerraformStack } from 'cdktf';
import type { Case } from '../../judged';

const eks = (stack: TerraformStack, enabledClusterLogTypes?: string[]) =>
  new EksCluster(stack, 'R', {
    ...{ name: 'a', roleArn: 'r', vpcConfig: { subnetIds: [] } },
    enabledClusterLogTypes,
  });

/** What the rule says of each type it knows. */
export const LOGS_CASES: readonly Case[] = [
  {
    type: 'aws_cloudwatch_log_group',
    fine: (stack) => new CloudwatchLogGroup(stack, 'R', { retentionInDays: 1 }),
    breach: (stack) => new CloudwatchLogGroup(stack, 'R', {}),
    says: 'retentionInDays is not set, events never expire; say how many days they are kept',
  },
  {
    type: 'aws_cloudwatch_log_group',
    fine: (stack) => new CloudwatchLogGroup(stack, 'R', { retentionInDays: 3653 }),
    breach: (stack) => new CloudwatchLogGroup(stack, 'R', { retentionInDays: 0 }),
    says: 'retentionInDays is 0, events never expire; say how many days they are kept',
  },
  {
    type: 'aws_eks_cluster',
    fine: (stack) => eks(stack, ['audit', 'api', 'authenticator']),
    breach: (stack) => eks(stack, ['api', 'scheduler']),
    says: 'enabledClusterLogTypes lacks audit, authenticator; add what is missing',
  },
  {
    type: 'aws_eks_cluster',
    fine: (stack) => eks(stack, new TerraformVariable(stack, 'types', {}).listValue),
    breach: (stack) => eks(stack),
    says: 'enabledClusterLogTypes lacks api, audit, authenticator; add what is missing',
  },
  {
    type: 'aws_lambda_function',
    fine: (stack) =>
      new LambdaFunction(stack, 'R', {
        ...{ functionName: 'f', role: 'r' },
        loggingConfig: { logFormat: 'JSON', logGroup: 'g' },
      }),
    breach: (stack) => new LambdaFunction(stack, 'R', { functionName: 'f', role: 'r' }),
    says: 'loggingConfig.logGroup is not set; name a log group with a retention',
  },
];
