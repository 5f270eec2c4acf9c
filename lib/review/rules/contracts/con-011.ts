import { placeOf } from '../../../contracts/evolution/contract-change';
import { impactsOf } from '../../../contracts/evolution/impact';
import { defineRule } from '../../rule';

/** A change of a contract that somebody uses can be judged. */
export const CON_011 = defineRule(
  {
    id: 'CON-011',
    title: 'a change of a contract that somebody uses can be judged',
    severity: 'warning',
    rationale:
      'What a program cannot judge, nobody has judged: a keyword of a schema that it does not know, a logical type, an encoding. It may break those who use it.',
    formula: 'changes since the lock that are not judged and that somebody uses = 0',
    example:
      'total becomes timestamp-micros, and was timestamp-millis: the form is the same, the value is not',
    source: 'https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.1',
  },
  function* ({ view, changes = [] }) {
    for (const { change, users } of impactsOf(
      view,
      changes.filter(({ judged }) => !judged),
    )) {
      const [first] = users;
      if (first === undefined) continue;
      const names = [...new Set(users.map(({ name }) => name))];
      yield {
        path: first.path,
        problem: `whether ${placeOf(change)} breaks ${names.join(', ')} cannot be judged: ${change.text}`,
        numbers: { file: change.file, rule: change.rule, users: names.length },
        fix: `ask ${names.join(', ')}, or keep it as it was`,
      };
    }
  },
);
