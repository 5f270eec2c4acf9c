import { formatDuration } from '../../../core/units';
import { batchTime, POLL } from '../../../plan/topic-throughput';
import { defineRule } from '../../rule';

/** A consumer handles a batch before it is taken for dead. */
export const KFK_009 = defineRule(
  {
    id: 'KFK-009',
    title: 'a consumer handles a batch before it is taken for dead',
    severity: 'warning',
    rationale:
      'A consumer that does not ask for more within five minutes is taken out of its group, and its records go to another, which is as slow: they are handled again and again. The client takes up to 500 records at a time unless it is told otherwise.',
    formula: 'processing x max.poll.records 500 <= max.poll.interval.ms 300000',
    example: '500 records of 600ms take 300s, just in time; of 601ms they do not',
    source: 'https://kafka.apache.org/documentation/#consumerconfigs_max.poll.interval.ms',
  },
  function* ({ view }) {
    for (const service of view.services) {
      const [first] = service.consumptions;
      const needed = batchTime(service.processing);
      if (first === undefined || !(needed > POLL.intervalMs)) continue;
      yield {
        path: service.node.path,
        problem: `processing is ${formatDuration(service.processing)}: ${POLL.records} records of ${first.topic.name} take ${formatDuration(needed)}, and after ${formatDuration(POLL.intervalMs)} a consumer is taken for dead`,
        numbers: {
          processingMs: service.processing,
          batchMs: needed,
          maxPollIntervalMs: POLL.intervalMs,
          maxPollRecords: POLL.records,
        },
        fix: `let the client take ${Math.floor(POLL.intervalMs / service.processing)} records at a time and acknowledge this, or set processing to ${formatDuration(Math.floor(POLL.intervalMs / POLL.records))}`,
      };
    }
  },
);
