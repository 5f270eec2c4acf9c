import { planSlos } from '../../../plan/slo-plan';
import { defineRule } from '../../rule';
import { retained } from '../retained';

/** Whoever owns a service that can page is reached. */
export const OWN_001 = defineRule(
  {
    id: 'OWN-001',
    title: 'whoever owns a service that can page is reached at any hour',
    severity: 'warning',
    rationale:
      'A page goes to the team that owns the service. Of a team without onCall nobody is told: the alarm is sent to a topic that nobody listens to.',
    formula: 'a team whose services have pages in an environment that is retained has onCall',
    example: 'a team with one service of 99.9% and no onCall is told of nothing',
    source: 'https://sre.google/sre-book/being-on-call/',
  },
  function* ({ index, view, environments }) {
    if (retained(environments).length === 0) return;
    for (const team of view.teams) {
      if (team.onCall !== undefined) continue;
      const paging = view.services.filter(
        (service) =>
          service.context.team.name === team.name &&
          planSlos(index, service).some(({ windows }) =>
            windows.some(({ severity }) => severity === 'page'),
          ),
      );
      const [first] = paging;
      if (first === undefined) continue;
      const more = paging.length === 1 ? '' : ` and ${paging.length - 1} more`;
      yield {
        path: team.node.path,
        problem: `onCall is not set, and alerts of ${first.name}${more} page the team`,
        numbers: { services: paging.length },
        fix: `set onCall, for example to 'mailto:${team.name}@example.com'`,
      };
    }
  },
);
