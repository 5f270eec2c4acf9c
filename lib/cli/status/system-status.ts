import type { System } from '../../model/system';
import { readSystem } from '../../model/view';
import { planSystem } from '../../plan';
import { communicationPatterns, type CommunicationPatterns } from './communication-patterns';
import { dataStores, type StoreStatus } from './data-stores';
import { deploymentInfrastructure, type EnvironmentStatus } from './deployment-infrastructure';
import { monitoring, type Monitoring } from './monitoring';
import { operations, type Operations } from './operations';
import { serviceInventory, type ServiceStatus } from './service-inventory';

/** What an architect asks of a system first. */
export interface SystemStatus {
  /** Which services there are. */
  readonly serviceInventory: readonly ServiceStatus[];
  /** How they speak to each other. */
  readonly communicationPatterns: CommunicationPatterns;
  /** What keeps their data. */
  readonly dataStores: readonly StoreStatus[];
  /** Where they run. */
  readonly deploymentInfrastructure: readonly EnvironmentStatus[];
  /** What they promise, and how it is watched. */
  readonly monitoring: Monitoring;
  /** Who runs them. */
  readonly operations: Operations;
}

/**
 * Reads the status of a system.
 *
 * @param asOf day against which acknowledgements are judged, as `YYYY-MM-DD`
 */
export function readStatus(system: System, asOf: string): SystemStatus {
  const view = readSystem(system);
  const plans = planSystem(system).environments;
  return {
    serviceInventory: serviceInventory(view.services, plans),
    communicationPatterns: communicationPatterns(view),
    dataStores: dataStores(view.stores),
    deploymentInfrastructure: deploymentInfrastructure(view, plans),
    monitoring: monitoring(view.services),
    operations: operations(view, asOf),
  };
}
