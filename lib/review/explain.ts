import { DECLARATION_RULES } from '../model/declaration-rules';
import { ACKNOWLEDGEMENT_RULES } from './acknowledgement-rules';
import type { RuleText } from './rule';
import { RULES } from './rules';

/** What a rule says and why; rules of declarations compute nothing. */
export type Explanation = Omit<RuleText, 'formula' | 'example'> &
  Partial<Pick<RuleText, 'formula' | 'example'>>;

/** Explains a rule by its id, for example `TMO-001`. */
export function explain(id: string): Explanation | undefined {
  return EXPLANATIONS.get(id);
}

const EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map(
  [
    ...RULES,
    ...Object.values(ACKNOWLEDGEMENT_RULES),
    ...Object.entries(DECLARATION_RULES).map(([id, text]): Explanation => ({
      id,
      severity: 'error',
      ...text,
    })),
  ].map((text) => [text.id, explanationOf(text)]),
);

function explanationOf(text: Explanation): Explanation {
  const { id, title, severity, rationale, formula, example, source } = text;
  return {
    ...{ id, title, severity, rationale },
    ...(formula !== undefined && { formula }),
    ...(example !== undefined && { example }),
    source,
  };
}
