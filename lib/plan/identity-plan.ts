import type { System } from '../model/system';
import { environmentPrefix, type Place } from './naming';
import type { ServicePlan } from './service-plan';

/** What a team's pipeline deploys. */
export interface TeamPipelinePlan {
  /** The team. */
  readonly team: string;
  /** Its services, by name. */
  readonly services: readonly string[];
}

/** Who may change an environment, and how far what they make may reach. */
export interface IdentityPlan {
  /** Begin of the names of everything in the environment. */
  readonly prefix: string;
  /** Name and ARN of the policy that bounds every role of a service. */
  readonly boundary: { readonly name: string; readonly arn: string };
  /** Pipelines; nothing where no repository is declared. */
  readonly pipelines?: {
    /** GitHub repository, `owner/name`. */
    readonly repository: string;
    /** Teams with services. */
    readonly teams: readonly TeamPipelinePlan[];
  };
}

/** Name and ARN of the policy that bounds every role of a service. */
export function boundaryOf(place: Omit<Place, 'region'>): IdentityPlan['boundary'] {
  const name = `${environmentPrefix(place)}-boundary`;
  return { name, arn: `arn:aws:iam::${place.account}:policy/${name}` };
}

/** Plans who may change an environment. */
export function planIdentity(
  { repository }: System,
  place: Omit<Place, 'region'>,
  regions: readonly { readonly services: readonly Pick<ServicePlan, 'name' | 'team'>[] }[],
): IdentityPlan {
  const services = new Map<string, string[]>();
  for (const { team, name } of regions[0]?.services ?? [])
    services.set(team, [...(services.get(team) ?? []), name]);
  const teams = [...services]
    .map(([team, names]) => ({ team, services: names.sort() }))
    .sort((a, b) => (a.team < b.team ? -1 : 1));
  return {
    prefix: environmentPrefix(place),
    boundary: boundaryOf(place),
    ...(repository !== undefined && { pipelines: { repository, teams } }),
  };
}
