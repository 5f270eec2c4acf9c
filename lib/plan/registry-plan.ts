import type { Registry } from '../model/system';
import type { SystemView } from '../model/view';

/** Where images are kept and who takes them from there. */
export interface RegistryPlan extends Registry {
  /** Name of the system. */
  readonly system: string;
  /** Services, each of which has a repository named after the system and it. */
  readonly services: readonly string[];
  /** Accounts whose clusters pull. */
  readonly accounts: readonly string[];
  /** Regions to which images are copied: those of all environments but its own. */
  readonly regions: readonly string[];
  /** GitHub repository whose workflows push, `owner/name`. */
  readonly repository?: string;
}

/** Plans where images are kept; nothing where they come from elsewhere. */
export function planRegistry({
  system,
  services,
  environments,
}: SystemView): RegistryPlan | undefined {
  const { registry, repository } = system;
  if (registry === undefined) return undefined;
  const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
  return {
    ...registry,
    system: system.name,
    services: services.map(({ name }) => name),
    accounts: unique(environments.map(({ account }) => account)),
    regions: unique(environments.flatMap(({ regions }) => regions)).filter(
      (region) => region !== registry.region,
    ),
    ...(repository !== undefined && { repository }),
  };
}
