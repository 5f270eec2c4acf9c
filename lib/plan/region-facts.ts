import { REGIONS, type Region } from '../model/regions';
import { ZONES } from './network-plan';

/** A service of AWS that not every region has. */
export interface RegionalService {
  /** Name of the service. */
  readonly name: string;
  /** The regions that have it. */
  readonly regions: readonly Region[];
  /** Where they are published. */
  readonly source: string;
}

/** The services this platform builds with that some region lacks; OpenSearch Service, MSK and all others are in all of them. */
export const REGIONAL_SERVICES = {
  replicator: {
    name: 'MSK Replicator',
    regions: [
      ...([
        'us-east-1',
        'us-east-2',
        'us-west-1',
        'us-west-2',
        'ca-central-1',
        'sa-east-1',
      ] as const),
      ...(['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'] as const),
      ...(['ap-northeast-1', 'ap-northeast-2', 'ap-south-1'] as const),
      ...(['ap-southeast-1', 'ap-southeast-2'] as const),
    ],
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html',
  },
  metrics: {
    name: 'Amazon Managed Service for Prometheus',
    regions: REGIONS.filter((region) => region !== 'ap-southeast-6'),
    source:
      'https://docs.aws.amazon.com/prometheus/latest/userguide/what-is-Amazon-Managed-Service-Prometheus.html#AMP-supported-Regions',
  },
} as const satisfies Record<string, RegionalService>;

/** Whether a region has a service. */
export function hasService(region: Region, { regions }: RegionalService): boolean {
  return regions.includes(region);
}

/**
 * Zones of a region that a network can count on, as far as it needs them. Northern California gives newer accounts two,
 * and the third of older ones takes no EKS cluster.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export function usableZones(region: Region): number {
  return region === 'us-west-1' ? 2 : ZONES;
}
