import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { Construct } from 'constructs';
import { fitName } from '../../core/names';
import type { BackupNameRule } from './checks';
import { assertBackupName } from './checks';

/** What `BackupFailures` are made of. */
export interface BackupFailuresProps {
  /** What the names of the rules begin with, unique in the account and region. */
  readonly name: string;
  /** ARN of the SNS topic that is told, of the same region; it admits `events`, and so does its key. */
  readonly topicArn: string;
}

/** How the end of a job that did not do its work is told. */
interface Failure {
  /** What failed. */
  readonly job: string;
  /** Type of the event. */
  readonly detailType: string;
  /** Where the event says how the job ended. */
  readonly field: 'state' | 'status';
  /** Ends that are failures. */
  readonly ends: readonly string[];
}

/**
 * Restores, those of restore testing among them, end with a `status`, the others with a `state`. A job has expired that
 * did not begin or end in its window, and is partial when some of what it is made of failed.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupJob.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CopyJob.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeRestoreJob.html
 */
const FAILURES: readonly Failure[] = [
  {
    job: 'backup',
    detailType: 'Backup Job State Change',
    field: 'state',
    ends: ['ABORTED', 'EXPIRED', 'FAILED', 'PARTIAL'],
  },
  {
    job: 'copy',
    detailType: 'Copy Job State Change',
    field: 'state',
    ends: ['FAILED', 'PARTIAL'],
  },
  {
    job: 'restore',
    detailType: 'Restore Job State Change',
    field: 'status',
    ends: ['ABORTED', 'FAILED'],
  },
];

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
const EVENT_RULE: BackupNameRule = {
  what: 'the name of a rule of EventBridge',
  pattern: /^[\w.-]{1,64}$/,
  shape: '1 to 64 letters, digits and -_.',
};

/**
 * Tells a topic of every backup, copy and restore of the account and region that failed, expired or was stopped, tests
 * of restores among them, with the message that says why.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 * @example
 * new BackupFailures(this, 'Failures', {
 *   name: 'shop',
 *   topicArn: 'arn:aws:sns:eu-west-1:111122223333:shop-alarms',
 * });
 */
export class BackupFailures extends Construct {
  public constructor(scope: Construct, id: string, props: BackupFailuresProps) {
    super(scope, id);
    const { name, topicArn } = props;
    assertBackupName(this, 'name', name, EVENT_RULE);

    for (const { job, detailType, field, ends } of FAILURES) {
      const ruleName = fitName([name, job, 'failures'], 'iamRole');
      const rule = new CloudwatchEventRule(this, job, {
        name: ruleName,
        description: `A ${job} of AWS Backup failed: its statusMessage says why, start it again`,
        eventPattern: JSON.stringify({
          source: ['aws.backup'],
          'detail-type': [detailType],
          detail: { [field]: ends },
        }),
        tags: { Name: ruleName },
      });
      new CloudwatchEventTarget(this, `${job} target`, { rule: rule.name, arn: topicArn });
    }
  }
}
