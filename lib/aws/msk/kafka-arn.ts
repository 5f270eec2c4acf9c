import { Fn, Token } from 'cdktf';
import { UnscopedPlatformError } from '../../core/errors';

/** What of a Kafka cluster has an ARN of its own. */
export type KafkaResource = 'topic' | 'group' | 'transactional-id';

/**
 * The ARN of a topic, group or transactional id, which carries the id that AWS gave the cluster: only the cluster's own
 * ARN tells it. The name may hold wildcards.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
 * @example
 * kafkaArn('arn:aws:kafka:eu-west-1:111122223333:cluster/shop/1', 'topic', 'order-placed');
 * // arn:aws:kafka:eu-west-1:111122223333:topic/shop/1/order-placed
 */
export function kafkaArn(clusterArn: string, type: KafkaResource, name: string): string {
  if (Token.isUnresolved(clusterArn))
    return `${Fn.replace(clusterArn, ':cluster/', `:${type}/`)}/${name}`;
  if (!clusterArn.includes(':cluster/')) {
    throw new UnscopedPlatformError(
      `clusterArn is '${clusterArn}', not the ARN of an MSK cluster`,
      "pass one like 'arn:aws:kafka:eu-west-1:111122223333:cluster/shop/...'",
    );
  }
  return `${clusterArn.replace(':cluster/', `:${type}/`)}/${name}`;
}
