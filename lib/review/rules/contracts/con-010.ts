import { placeOf } from '../../../contracts/evolution/contract-change';
import { impactsOf } from '../../../contracts/evolution/impact';
import { defineRule } from '../../rule';
import { fixOfChange } from './fix-of-change';

/** A change of a contract breaks nobody who uses it. */
export const CON_010 = defineRule(
  {
    id: 'CON-010',
    title: 'a change of a contract breaks nobody who uses it',
    severity: 'error',
    rationale:
      'Services are released one by one, and records of the old schema stay in their topics. What one takes away while another still uses it fails at run time, in the service that did not change.',
    formula:
      'for each change since the lock that breaks: no declared call, journey or consumption uses the operation, or reads the field',
    example:
      'inventory-service drops CheckStock, which storefront calls: keep it until storefront no longer does',
    source: 'https://martinfowler.com/bliki/ParallelChange.html',
  },
  function* ({ view, changes = [] }) {
    for (const { change, broken } of impactsOf(view, changes)) {
      for (const user of broken) {
        const { name, as, uses, path, provider } = user;
        const verb = as === 'reader' ? 'reads' : as === 'caller' ? 'calls' : 'asks for';
        yield {
          path,
          problem: `${name} ${verb} ${uses} of ${provider}, and ${placeOf(change)} breaks it: ${change.text}`,
          numbers: {
            file: change.file,
            rule: change.rule,
            ...(change.field !== undefined && { field: change.field }),
          },
          fix: fixOfChange(change, user),
        };
      }
    }
  },
);
