import { compareText } from '../core/finding';
import { DECLARATION_RULES } from '../model/declaration-rules';
import { explain, RULES, type Explanation } from '../review';
import { ACKNOWLEDGEMENT_RULES } from '../review/acknowledgement-rules';
import { closest } from './closest';
import { jsonText, type Outcome } from './outcome';
import { formatTable, wrap } from './table';
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

const WIDTH = 100;

/** Every rule there is, by id. */
export function allRules(): readonly Explanation[] {
  const ids = [
    ...[...RULES, ...Object.values(ACKNOWLEDGEMENT_RULES)].map(({ id }) => id),
    ...Object.keys(DECLARATION_RULES),
  ];
  return ids.sort(compareText).flatMap((id) => explain(id) ?? []);
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
  return { exitCode: 0, text: json ? jsonText(rule) : formatRule(rule) };
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
  );
}

/** A rule as people read it. */
export function formatRule(rule: Explanation): string {
  const parts = [
    ['why', rule.rationale],
    ['formula', rule.formula],
    ['example', rule.example],
    ['source', rule.source],
  ] as const;
  const said = parts.flatMap(([heading, text]) =>
    text === undefined ? [] : [[`${heading}:`, text] as const],
  );
  return [
    `${rule.id} (${rule.severity}): ${rule.title}`,
    ...said.map(([heading, text]) => [heading, ...indented(text)].join('\n')),
  ].join('\n\n');
}

function indented(text: string): readonly string[] {
  return wrap(text, WIDTH - 2).map((line) => `  ${line}`);
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
