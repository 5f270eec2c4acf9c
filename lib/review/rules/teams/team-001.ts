import { formatPercent } from '../../../core/units';
import { FEWEST_INTERACTIONS, requiredShare, teamLoads } from '../../../plan/team-load';
import { defineRule } from '../../rule';

/** A team can answer without others most of the time. */
export const TEAM_001 = defineRule(
  {
    id: 'TEAM-001',
    title: 'a team needs few answers of other teams',
    severity: 'warning',
    rationale:
      'The structure of a system copies the lines along which its people talk. A required call to another team is a line along which every incident and every change has to be talked over; an event or a call with a fallback is not.',
    formula: `required calls to services of other teams / all calls to and topics of other teams <= limits.requiredCalls of the team, 50% by default; fewer than ${FEWEST_INTERACTIONS} interactions are not judged`,
    example: 'a team with 4 required calls, 2 optional ones and 1 topic of others: 4 / 7 = 57%',
    source: 'https://www.melconway.com/Home/Committees_Paper.html',
  },
  function* ({ index }) {
    for (const load of teamLoads(index)) {
      const { team, required, interactions } = load;
      const share = requiredShare(load);
      if (!(share > team.mostRequiredCalls)) continue;
      const most = Math.floor((team.mostRequiredCalls / 1_000_000_000) * interactions);
      yield {
        path: team.node.path,
        problem: `${required} of its ${interactions} interactions with other teams are required calls, ${formatPercent(share)}, and limits.requiredCalls is ${formatPercent(team.mostRequiredCalls)}`,
        numbers: { requiredCalls: required, interactions, mostRequiredCalls: most },
        fix: `make ${required - most} of them optional or replace them by events, or set limits.requiredCalls to ${formatPercent(share)}`,
      };
    }
  },
);
