import { indented, TEXT_WIDTH, wrap } from '../core/wrap';
import { allRules, explain, type Explanation } from '../review';
import { closest } from './closest';
import { jsonText, type Outcome } from './outcome';
import { formatTable } from './table';
import { terminalWidth } from './terminal';
import type { AddVerb } from './verb';

/** How an explanation is asked for. */
export interface ExplainOptions {
  /**
   * Whether machines read it.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** The verb `explain`: one rule in full, or without an id all of them, one line each. */
export function explainVerb(
  id: string | undefined,
  { json = false }: ExplainOptions = {},
): Outcome {
  if (id === undefined) {
    const rules = allRules();
    return { exitCode: 0, text: json ? jsonText(rules) : formatRules(rules) };
  }
  const rule = explain(id);
  if (rule === undefined) return { exitCode: 2, text: unknownRule(id) };
  return { exitCode: 0, text: json ? jsonText(rule) : formatRule(rule, terminalWidth()) };
}

/** Adds the verb `explain`. */
export const addExplain: AddVerb = (program, show) => {
  program
    .command('explain')
    .description('explain a rule; without one, list them all')
    .argument('[rule]', 'id of the rule, for example TMO-001')
    .option('--json', 'print JSON')
    .action((rule: string | undefined, options: ExplainOptions) => {
      show(explainVerb(rule, options));
    });
};

function formatRules(rules: readonly Explanation[]): string {
  return formatTable(
    ['RULE', 'SEVERITY', 'TITLE'],
    rules.map(({ id, severity, title }) => [id, severity, title]),
    terminalWidth(),
  );
}

/**
 * A rule as people read it: why it stands, what is compared, an example, the source, and how to accept a finding.
 *
 * @param width most characters of a line
 */
export function formatRule(rule: Explanation, width: number = TEXT_WIDTH): string {
  const parts = [
    ['why', rule.rationale],
    ['formula', rule.formula],
    ['example', rule.example],
    ['source', rule.source],
    ['to accept', rule.acknowledge],
  ] as const;
  return [
    wrap(`${rule.id} (${rule.severity}): ${rule.title}`, width).join('\n'),
    ...parts.map(([heading, text]) => [`${heading}:`, ...indented(text, 2, width)].join('\n')),
  ].join('\n\n');
}

function unknownRule(id: string): string {
  const near = closest(
    id,
    allRules().map((rule) => rule.id),
  );
  const hint =
    near.length === 0
      ? "list all of them with 'groundplan explain'"
      : `did you mean ${near.join(', ')}?`;
  return `error: no rule '${id}'; ${hint}`;
}
