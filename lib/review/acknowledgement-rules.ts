import type { RuleText } from './rule';

const SOURCE = 'ARCHITECTURE.md of groundplan';

/** The rules that acknowledgements themselves must keep; they cannot be acknowledged. */
export const ACKNOWLEDGEMENT_RULES = {
  'ACK-001': {
    id: 'ACK-001',
    title: 'an acknowledgement names a rule that can be acknowledged, and has not ended',
    severity: 'error',
    rationale:
      'A risk is accepted for a time. When the time is over, the finding is back, and somebody decides again. A mistake in a declaration is no risk: it is mended.',
    formula: 'the rule exists, is neither DCL nor ACK, and until >= the day of the review',
    example:
      "acknowledge('RTY-002', { reason, until: '2027-03-31' }) holds on that day and not after",
    source: SOURCE,
  },
  'ACK-002': {
    id: 'ACK-002',
    title: 'an acknowledgement excuses something',
    severity: 'warning',
    rationale:
      'An acknowledgement of what is no longer found would excuse the next one that nobody has looked at.',
    formula: 'findings of the rule at or below the path > 0',
    example: 'the second layer of retries is gone: its acknowledgement of RTY-002 goes too',
    source: SOURCE,
  },
} as const satisfies Readonly<Record<string, RuleText>>;
