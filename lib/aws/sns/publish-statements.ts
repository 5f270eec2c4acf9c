import type { PolicyStatement } from '../iam/policy-document';

/** Topics of alarms of one account and region. */
export interface PublishedTopics {
  /** Account id. */
  readonly account: string;
  /** Region name. */
  readonly region: string;
  /** Names of the topics, one at the least. */
  readonly names: readonly string[];
}

/**
 * What it takes to publish to topics made by `AlarmTopic`: to publish, and to use the keys their messages are encrypted
 * with, by SNS alone. Keys are told by their alias, because their ids are not known before they are made.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html (publishers need GenerateDataKey and Decrypt)
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-resource-aliases
 */
export function publishStatements({
  account,
  region,
  names,
}: PublishedTopics): readonly PolicyStatement[] {
  return [
    {
      sid: 'Publish',
      actions: ['sns:Publish'],
      resources: names.map((name) => `arn:aws:sns:${region}:${account}:${name}`),
    },
    {
      sid: 'PublishKeys',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: [`arn:aws:kms:${region}:${account}:key/*`],
      conditions: {
        'ForAnyValue:StringEquals': {
          'kms:ResourceAliases': names.map((name) => `alias/sns/${name}`),
        },
        StringEquals: { 'kms:ViaService': [`sns.${region}.amazonaws.com`] },
      },
    },
  ];
}
