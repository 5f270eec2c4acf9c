import { UnscopedPlatformError } from '../../core/errors';

/**
 * A version of OpenSearch.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html#choosing-version
 * @example
 * const newer = OpenSearchVersion.of('3.3');
 */
export class OpenSearchVersion {
  /** OpenSearch 2.19. */
  public static readonly V2_19 = new OpenSearchVersion('2.19');
  /** OpenSearch 3.1. */
  public static readonly V3_1 = new OpenSearchVersion('3.1');

  private constructor(
    /** Major and minor version. */
    public readonly version: string,
  ) {}

  /** A version this library has no name for yet, such as `'3.3'`. */
  public static of(version: string): OpenSearchVersion {
    if (/^[1-9]\d*\.\d+$/.test(version)) return new OpenSearchVersion(version);
    throw new UnscopedPlatformError(
      `OpenSearch version is '${version}', major and minor are needed`,
      "write it like '3.1'",
    );
  }
}
