import { formatDuration } from '../../../core/units';
import { longestWithinNotice, NOTICE_SECONDS, shutdownFor } from '../../../plan/shutdown';
import { defineRule } from '../../rule';

/** A replica finishes its work within the notice that a node gets. */
export const DIS_002 = defineRule(
  {
    id: 'DIS-002',
    title: 'a replica finishes its work within the notice that a node gets',
    severity: 'warning',
    rationale:
      'A stopping replica takes requests for 10 seconds more, until every proxy has heard of it, finishes the longest of them and stops. A node that is taken back gives two minutes: work that is longer is cut off, however long the replica would wait.',
    formula:
      '10s + max(processing, longest timeout of a call to it) + 5s <= 120s; the time until a replica is killed is that sum, at least 30s',
    example: 'a message that takes 105s just fits; one of 106s is cut off',
    source:
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html',
  },
  function* ({ index, view }) {
    for (const service of view.services) {
      const [call] = (index.callsTo.get(service.name) ?? [])
        .filter(({ timeout }) => timeout > service.processing)
        .sort((a, b) => b.timeout - a.timeout);
      const longest = call?.timeout ?? service.processing;
      const { graceSeconds } = shutdownFor(longest);
      if (!(graceSeconds > NOTICE_SECONDS)) continue;
      const most = formatDuration(longestWithinNotice());
      const [work, fix] =
        call === undefined
          ? ['own work', `split the work, so that processing is ${most} or less`]
          : [
              `request, of ${call.caller.name},`,
              `set timeout of the call from ${call.caller.name} to ${most}`,
            ];
      yield {
        path: service.node.path,
        problem: `its longest ${work} takes ${formatDuration(longest)}: a stopping replica needs ${graceSeconds}s, and a node gives ${NOTICE_SECONDS}s notice`,
        numbers: { longestMs: longest, graceSeconds, noticeSeconds: NOTICE_SECONDS },
        fix,
      };
    }
  },
);
