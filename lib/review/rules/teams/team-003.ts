import { teamLoads } from '../../../plan/team-load';
import { defineRule } from '../../rule';
import { count } from '../../texts';

/** A team runs no more than it can look after. */
export const TEAM_003 = defineRule(
  {
    id: 'TEAM-003',
    title: 'a team runs no more than it can look after',
    severity: 'warning',
    rationale:
      'Each service is released and on call, each store backed up and upgraded, each topic kept compatible. A team that runs more than it can look after neglects some of it in silence. The weights and the bound are ours, the limit itself is that of cognitive load: a team that carries more says so.',
    formula: '4 x services + 2 x stores + topics <= limits.parts of the team, 60 by default',
    example: '8 services with a store and 2 topics each weigh 8 x (4 + 2 + 2) = 64',
    source: 'https://teamtopologies.com/book',
  },
  function* ({ index }) {
    for (const { team, parts, services, stores, topics } of teamLoads(index)) {
      if (!(parts > team.mostParts)) continue;
      yield {
        path: team.node.path,
        problem: `${count(services, 'service')}, ${count(stores, 'store')} and ${count(topics, 'topic')} weigh ${parts}, and limits.parts is ${team.mostParts}`,
        numbers: { parts, mostParts: team.mostParts, services, stores, topics },
        fix: `give parts of weight ${parts - team.mostParts} to another team, or set limits.parts to ${parts} where the team looks after them`,
      };
    }
  },
);
