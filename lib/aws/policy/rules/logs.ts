import { given, isGiven, isUnknown, show } from '../arguments';
import { mustBeGiven, on, unless, type PolicyRule } from '../rule';

/** What tells who did what to a cluster. */
const NEEDED_LOGS = ['api', 'audit', 'authenticator'] as const;

/** What happens is logged, and logs end: by themselves they are kept, and paid, for ever. */
export const LOGS: PolicyRule = {
  id: 'LOG-001',
  title: 'Logs are written and end',
  source:
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  checks: [
    on('aws_cloudwatch_log_group', (group) => {
      const days = given(group, 'retentionInDays');
      return unless(
        isGiven(days) && days !== 0,
        `retentionInDays is ${show(days)}, events never expire`,
        'say how many days they are kept',
      );
    }),
    on('aws_eks_cluster', (cluster) => {
      const types: unknown = cluster.enabledClusterLogTypesInput ?? [];
      const missing =
        isUnknown(types) || !Array.isArray(types)
          ? []
          : NEEDED_LOGS.filter((type) => !types.includes(type));
      return unless(
        missing.length === 0,
        `enabledClusterLogTypes lacks ${missing.join(', ')}`,
        'add what is missing',
      );
    }),
    // Without a group of its own Lambda makes one that keeps everything.
    mustBeGiven(
      'aws_lambda_function',
      'name a log group with a retention',
      'loggingConfig',
      'logGroup',
    ),
  ],
};
