import { placeOf } from '../../../contracts/evolution/contract-change';
import { impactsOf } from '../../../contracts/evolution/impact';
import { defineRule } from '../../rule';

/** A contract changes without breaking what was released, used or not. */
export const CON_012 = defineRule(
  {
    id: 'CON-012',
    title: 'a contract does not break what was released, used or not',
    severity: 'warning',
    rationale:
      'Nobody who is declared uses what breaks. Clients that are not declared, and records that are still in a topic, may.',
    formula: 'changes since the lock that break and that nobody uses = 0',
    example: 'review-service drops ListReviews, which no service calls',
    source: 'https://google.aip.dev/180',
  },
  function* ({ view, changes = [] }) {
    const services = new Map(view.services.map((service) => [service.name, service]));
    for (const { change, users, providers } of impactsOf(view, changes)) {
      if (!change.breaking || users.length > 0) continue;
      const owner = services.get(providers[0] ?? '') ?? view.system;
      yield {
        path: owner.node.path,
        problem: `${placeOf(change)} breaks what was released, which nobody uses: ${change.text}`,
        numbers: { file: change.file, rule: change.rule },
        fix: 'release it with `groundplan diff --release` when nobody outside uses it either',
      };
    }
  },
);
