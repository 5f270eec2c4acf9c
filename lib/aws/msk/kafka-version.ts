import { UnscopedPlatformError } from '../../core/errors';

/**
 * A version of Apache Kafka on MSK that keeps its metadata in KRaft.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html
 * @example
 * KafkaVersion.of('4.2.x.kraft');
 */
export class KafkaVersion {
  /** Kafka 3.9. */
  public static readonly V3_9 = KafkaVersion.of('3.9.x.kraft');
  /** Kafka 4.0. */
  public static readonly V4_0 = KafkaVersion.of('4.0.x.kraft');
  /** Kafka 4.1. */
  public static readonly V4_1 = KafkaVersion.of('4.1.x.kraft');

  /** A version that has no constant here. */
  public static of(version: string): KafkaVersion {
    if (!/^\d+\.\d+\.[\dx]+\.kraft$/.test(version)) {
      throw new UnscopedPlatformError(
        `version '${version}' is not a KRaft version of MSK`,
        "write it like '3.9.x.kraft'",
      );
    }
    return new KafkaVersion(version);
  }

  private constructor(
    /** As MSK spells it, for example `3.9.x.kraft`. */
    public readonly version: string,
  ) {}
}
