import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Construct } from 'constructs';
import { assertName } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { renderLifecycle } from '../protection';
import type { AlarmSubscription } from './subscriptions';
import { assertSubscriptions, subscriptionId } from './subscriptions';
import type { AlarmPublisher } from './topic-policy';
import { renderTopicPolicy } from './topic-policy';

/** What an `AlarmTopic` is made of. */
export interface AlarmTopicProps {
  /** Name of the topic, unique in the account and region. */
  readonly name: string;
  /**
   * Services that may publish to it. Rules of EventBridge, `events`, are asked for by name: AWS has no way to admit
   * those of one account only.
   * @default ALARM_PUBLISHERS
   */
  readonly publishers?: readonly AlarmPublisher[];
  /**
   * Who is told; an address confirms once, by the link in its first e-mail.
   * @default - nobody
   */
  readonly subscriptions?: readonly AlarmSubscription[];
  /**
   * Whether Terraform refuses to destroy the topic, with the confirmations of its subscribers, and its key.
   * @default 'disposable'
   */
  readonly protection?: Protection;
}

/** Services that may publish to a topic of alarms unless it says otherwise. */
export const ALARM_PUBLISHERS: readonly AlarmPublisher[] = [
  'cloudwatch',
  'budgets',
  'costalerts',
  'backup',
];

/**
 * An encrypted topic for what people must know: alarms, budgets, cost anomalies and backups publish to it.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 * @example
 * new AlarmTopic(this, 'Alarms', { name: 'shop-alarms', subscriptions: [{ protocol: 'email', endpoint: 'on-call@example.com' }] });
 */
export class AlarmTopic extends Construct {
  /** The topic. */
  public readonly topic: SnsTopic;
  /** The key its messages are encrypted with. */
  public readonly key: KmsKey;
  /** ARN of the topic: what alarms, budgets and backup vaults take. */
  public readonly topicArn: string;

  public constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const {
      name,
      publishers = ALARM_PUBLISHERS,
      subscriptions = [],
      protection = 'disposable',
    } = props;
    assertName(this, 'name', name, 'snsTopic');
    assertSubscriptions(this, subscriptions);
    const services = [...new Set(publishers)];

    this.key = new EncryptionKey(this, 'Key', {
      alias: `sns/${name}`,
      description: `Messages of topic ${name}`,
      protection,
      services,
    }).key;
    this.topic = new SnsTopic(this, 'Resource', {
      name,
      kmsMasterKeyId: this.key.arn,
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
    });
    this.topicArn = this.topic.arn;
    const account = new DataAwsCallerIdentity(this, 'Account').accountId;
    new SnsTopicPolicy(this, 'Policy', {
      arn: this.topicArn,
      policy: renderTopicPolicy(this.topicArn, account, services),
    });
    subscriptions.forEach((subscription, index) => {
      const { protocol, endpoint } = subscription;
      new SnsTopicSubscription(this, subscriptionId(subscription, index), {
        topicArn: this.topicArn,
        protocol,
        endpoint,
      });
    });
  }
}
