import { teamLoads } from '../../../plan/team-load';
import { defineRule } from '../../rule';
import { listNames } from '../../texts';

/** A team owns no more domains than it can think about. */
export const TEAM_002 = defineRule(
  {
    id: 'TEAM-002',
    title: 'a team owns no more domains than it can think about',
    severity: 'warning',
    rationale:
      'What a team can carry is what its people can hold in their heads: two or three simple domains, or one that is complicated, or one that is complex and nothing beside it. Generic contexts are taken for simple, supporting ones for complicated, core ones for complex.',
    formula:
      'sum over its contexts of generic 1, supporting 2, core 3 <= limits.domains of the team, 3 by default',
    example: 'a team with a core and a supporting context carries 3 + 2 = 5',
    source: 'https://teamtopologies.com/book',
  },
  function* ({ index }) {
    for (const { team, domains, contexts } of teamLoads(index)) {
      if (!(domains > team.mostDomains)) continue;
      yield {
        path: team.node.path,
        problem: `its ${contexts.length} contexts weigh ${domains}, and limits.domains is ${team.mostDomains}: ${listNames(contexts)}`,
        numbers: { domains, mostDomains: team.mostDomains, contexts: contexts.length },
        fix: `give contexts of weight ${domains - team.mostDomains} to another team, or set limits.domains to ${domains} where the team carries them`,
      };
    }
  },
);
