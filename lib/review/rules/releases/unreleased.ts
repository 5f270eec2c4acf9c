import type { Environment } from '../../../model/environment';
import { digestOf } from '../../../model/releases';
import type { Region } from '../../../model/regions';
import type { Service } from '../../../model/service';

/** A service without digest, and where. */
export interface Unreleased {
  /** The service. */
  readonly service: Service;
  /** Regions of the environment in which it has none. */
  readonly regions: readonly Region[];
  /** Whether that is all of them. */
  readonly everywhere: boolean;
}

/** The services of which the releases of an environment say no digest, in some region or in all. */
export function unreleased(
  services: readonly Service[],
  environment: Environment,
): readonly Unreleased[] {
  const all = [...new Set(environment.regions)];
  return services.flatMap((service) => {
    const regions = all.filter(
      (region) => digestOf(environment.releases, service.name, region) === undefined,
    );
    return regions.length === 0
      ? []
      : [{ service, regions, everywhere: regions.length === all.length }];
  });
}
