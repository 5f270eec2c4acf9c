import type { Environment } from '../../model/environment';
import type { Region } from '../../model/regions';
import { ZONES } from '../network-plan';

/** Zones in which the pods of a region run; of a network that exists one for each subnet. */
export function zonesIn(environment: Environment, region: Region): number {
  const { network } = environment.existingIn(region);
  return network === undefined ? ZONES : network.privateSubnetIds.length;
}
