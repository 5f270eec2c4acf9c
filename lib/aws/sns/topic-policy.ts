/** A service that may publish to a topic of alarms. */
export type AlarmPublisher = 'cloudwatch' | 'budgets' | 'costalerts' | 'backup' | 'events';

/**
 * AWS documents no source account for what these publish, and for EventBridge that conditions do not work: with one,
 * notifications would be lost in silence.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
const WITHOUT_SOURCE: readonly AlarmPublisher[] = ['backup', 'events'];

/**
 * Renders the policy of a topic that services of the account publish to, over TLS only.
 *
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html
 */
export function renderTopicPolicy(
  topicArn: string,
  account: string,
  publishers: readonly AlarmPublisher[],
): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Resource: topicArn,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      ...publishers.map((publisher) => ({
        Sid: `Publisher${publisher}`,
        Effect: 'Allow',
        Principal: { Service: `${publisher}.amazonaws.com` },
        Action: 'sns:Publish',
        Resource: topicArn,
        Condition: WITHOUT_SOURCE.includes(publisher)
          ? undefined
          : { StringEquals: { 'aws:SourceAccount': account } },
      })),
    ],
  });
}
