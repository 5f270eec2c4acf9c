import { EcrRegistryScanningConfiguration } from '@cdktf/provider-aws/lib/ecr-registry-scanning-configuration';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';

/** What `ImageScanning` is made of. */
export interface ImageScanningProps {
  /** Which repositories are scanned, by their names with `*` for anything, 1 to 100. */
  readonly repositories: readonly string[];
  /**
   * When they are scanned: when an image arrives, or then and whenever a vulnerability becomes known.
   * @default 'continuously'
   */
  readonly when?: 'on-push' | 'continuously';
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutRegistryScanningConfiguration.html */
const MAX_FILTERS = 100;

/**
 * The scanning of a registry's images by Amazon Inspector, operating system and libraries both, once a region.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-enhanced.html
 * @example
 * new ImageScanning(this, 'Scanning', { repositories: ['shop/*'] });
 */
export class ImageScanning extends Construct {
  /** The registry's setting. */
  public readonly configuration: EcrRegistryScanningConfiguration;

  public constructor(scope: Construct, id: string, props: ImageScanningProps) {
    super(scope, id);
    const { repositories, when = 'continuously' } = props;
    if (repositories.length < 1 || repositories.length > MAX_FILTERS) {
      throw new PlatformError(
        this,
        `repositories has ${repositories.length} entries, a registry takes 1 to ${MAX_FILTERS}`,
        "name fewer by writing '*' for what they share",
      );
    }

    this.configuration = new EcrRegistryScanningConfiguration(this, 'Resource', {
      scanType: 'ENHANCED',
      rule: [
        {
          scanFrequency: when === 'on-push' ? 'SCAN_ON_PUSH' : 'CONTINUOUS_SCAN',
          repositoryFilter: repositories.map((filter) => ({ filter, filterType: 'WILDCARD' })),
        },
      ],
    });
  }
}
