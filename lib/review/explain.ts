import { DECLARATION_RULES } from '../model/declaration-rules';
import { ACKNOWLEDGEMENT_RULES } from './acknowledgement-rules';
import type { RuleText } from './rule';
import { RULES } from './rules';

/** What a rule says and why, and how its findings are accepted. */
export interface Explanation extends RuleText {
  /** How a finding of it is accepted for a time, or why it cannot be. */
  readonly acknowledge: string;
}

/** Explains a rule by its id, for example `TMO-001`. */
export function explain(id: string): Explanation | undefined {
  return EXPLANATIONS.get(id);
}

/** Every rule there is, in order of id: those of the review, of acknowledgements and of declarations. */
export function allRules(): readonly Explanation[] {
  return [...EXPLANATIONS.values()];
}

const ACKNOWLEDGEABLE: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

const EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map(
  [
    ...RULES,
    ...Object.values(ACKNOWLEDGEMENT_RULES),
    ...Object.entries(DECLARATION_RULES).map(([id, text]): RuleText => ({
      id,
      severity: 'error',
      ...text,
    })),
  ]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((text) => [text.id, explanationOf(text)]),
);

function explanationOf(text: RuleText): Explanation {
  const { id, title, severity, rationale, formula, example, source } = text;
  return {
    ...{ id, title, severity, rationale, formula, example, source },
    acknowledge: acknowledgeText(id),
  };
}

function acknowledgeText(id: string): string {
  if (!ACKNOWLEDGEABLE.has(id))
    return 'it cannot be accepted: a mistake in a declaration is mended where it was made.';
  return `on the declaration whose path the finding names, or on one above it: acknowledge('${id}', { reason: '...', until: 'YYYY-MM-DD' }). It holds up to that day and for everything below; then the finding is back.`;
}
