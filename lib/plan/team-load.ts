import { WHOLE } from '../core/units';
import type { Subdomain } from '../model/bounded-context';
import type { Team } from '../model/team';
import { crossingsOf, type Crossing } from './coupling';
import type { SystemIndex } from './index-of-system';
import { remember } from './remember';

/**
 * Weights of contexts: a team is taken to carry two or three simple domains, or one complicated domain and little beside
 * it, or one complex domain alone; two complicated ones are too much.
 *
 * @see https://teamtopologies.com/book chapter 3, on the number of domains for a team
 */
export const DOMAIN_WEIGHTS: Readonly<Record<Subdomain, number>> = {
  ...{ generic: 1, supporting: 2, core: 3 },
};
/** Weights of what a team runs: a service is on call, a store is backed up and upgraded, a topic is kept compatible. */
export const PART_WEIGHTS = { service: 4, store: 2, topic: 1 } as const;
/** Fewer interactions with other teams than these say nothing of a share. */
export const FEWEST_INTERACTIONS = 4;

/** What a team carries. */
export interface TeamLoad {
  /** The team. */
  readonly team: Team;
  /** Weight of its contexts. */
  readonly domains: number;
  /** Names of its contexts. */
  readonly contexts: readonly string[];
  /** Weight of what it runs. */
  readonly parts: number;
  /** Its services. */
  readonly services: number;
  /** Its stores. */
  readonly stores: number;
  /** Its topics. */
  readonly topics: number;
  /** Calls to and events from other teams. */
  readonly interactions: number;
  /** Those of them that are required calls. */
  readonly required: number;
}

/** What each team carries, and what it needs of others, in order of name. */
export const teamLoads = remember(loadsOf);

function loadsOf(index: SystemIndex): readonly TeamLoad[] {
  const { view, services, storesOf, topicsOf } = index;
  const crossings = crossingsOf(index).filter(({ from, to }) => from.team !== to.team);
  const interactions = countByTeam(crossings);
  const required = countByTeam(crossings.filter((crossing) => crossing.required));
  const contextsOf = groupByTeam(view.contexts, ({ team }) => team);
  const servicesOf = groupByTeam([...services.values()], ({ context }) => context.team);
  return view.teams.map((team) => {
    const names = (servicesOf.get(team) ?? []).map(({ name }) => name);
    const count = (of: ReadonlyMap<string, readonly unknown[]>): number =>
      names.reduce((sum, name) => sum + (of.get(name)?.length ?? 0), 0);
    const [stores, topics] = [count(storesOf), count(topicsOf)];
    const contexts = contextsOf.get(team) ?? [];
    const { service, store, topic } = PART_WEIGHTS;
    return {
      team,
      domains: contexts.reduce((sum, { subdomain }) => sum + DOMAIN_WEIGHTS[subdomain], 0),
      contexts: contexts.map(({ name }) => name),
      parts: names.length * service + stores * store + topics * topic,
      ...{ services: names.length, stores, topics },
      interactions: interactions.get(team) ?? 0,
      required: required.get(team) ?? 0,
    };
  });
}

/** Share of a team's interactions with others that are required calls, in parts per billion; 0 where there are few. */
export function requiredShare({ interactions, required }: TeamLoad): number {
  return interactions < FEWEST_INTERACTIONS ? 0 : Math.round((required / interactions) * WHOLE);
}

function countByTeam(crossings: readonly Crossing[]): ReadonlyMap<Team, number> {
  const counts = new Map<Team, number>();
  for (const { from } of crossings) counts.set(from.team, (counts.get(from.team) ?? 0) + 1);
  return counts;
}

function groupByTeam<T>(
  items: readonly T[],
  teamOf: (item: T) => Team,
): ReadonlyMap<Team, readonly T[]> {
  const groups = new Map<Team, T[]>();
  for (const item of items) {
    const group = groups.get(teamOf(item));
    if (group === undefined) groups.set(teamOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
