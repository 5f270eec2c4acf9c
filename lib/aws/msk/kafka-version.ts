import { UnscopedPlatformError } from '../../core/errors';

/**
 * A version of Apache Kafka on MSK that keeps its metadata in KRaft.
 *
 * The constants are the versions that standard brokers run and whose end of support has no date yet. MSK has 4.2 too,
 * for Express brokers only.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html
 * @example
 * KafkaVersion.of('3.7.x.kraft');
 */
export class KafkaVersion {
  /** Kafka 3.8. */
  public static readonly V3_8 = KafkaVersion.of('3.8.x.kraft');
  /** Kafka 3.9, which MSK recommends. */
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
