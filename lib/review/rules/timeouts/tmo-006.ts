import { formatDuration } from '../../../core/units';
import { defineRule } from '../../rule';
import { tryProperty } from '../../texts';

/** A try is waited for as long as its operation may take. */
export const TMO_006 = defineRule(
  {
    id: 'TMO-006',
    title: 'a try is waited for as long as its operation may take',
    severity: 'warning',
    rationale:
      'The contract of an operation says how long it may take. Who gives up earlier throws away answers that come in time, and a retry makes the same work twice while the first is still being done.',
    formula: 'perTry of a call >= deadline of the operation it calls',
    example:
      'GetPayment may take 500ms, and a try of 300ms is given up: every answer between 300ms and 500ms is lost',
    source: 'https://grpc.io/docs/guides/deadlines/',
  },
  function* ({ view }) {
    for (const call of view.calls) {
      const { perTry, operation } = call;
      const deadline = operation.spec?.deadline;
      if (deadline === undefined || !(perTry < deadline)) continue;
      yield {
        path: call.node.path,
        problem: `${tryProperty(call)} is ${formatDuration(perTry)}, and by its contract ${operation.service.name}.${operation.name} may take ${formatDuration(deadline)}`,
        numbers: { perTryMs: perTry, deadlineMs: deadline },
        fix: `set ${tryProperty(call)} to ${formatDuration(deadline)}, or agree on a deadline of ${formatDuration(perTry)}`,
      };
    }
  },
);
