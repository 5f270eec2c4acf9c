import { defineRule } from '../../rule';

/** A service has something to do. */
export const ARC_005 = defineRule(
  {
    id: 'ARC-005',
    title: 'a service has something to do',
    severity: 'warning',
    rationale:
      'A service that nobody calls, no journey reaches, and that neither consumes nor publishes anything is paid for, patched and on call for nothing; or what it is for is not declared, and it is not allowed to do it.',
    formula:
      'in a system of several services, a service is called, is a step of a journey, consumes a topic, publishes a topic or calls another service',
    example: 'a service that was replaced and kept: remove it with its stores',
    source:
      'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/welcome.html',
  },
  function* ({ index, view }) {
    if (view.services.length < 2) return;
    for (const service of view.services) {
      const { name, consumptions, publications, outgoing } = service;
      const asked = (index.callsTo.get(name)?.length ?? 0) + (index.entries.get(name)?.length ?? 0);
      const doing = consumptions.length + publications.length + outgoing.length;
      if (asked + doing > 0) continue;
      yield {
        path: service.node.path,
        problem: 'nobody calls it, no journey reaches it, and it consumes and publishes nothing',
        numbers: { callers: 0, topics: 0 },
        fix: 'declare who uses it, or remove it',
      };
    }
  },
);
