import type { Finding } from '../core/finding';
import type { Acknowledged } from './acknowledgements';
import type { ReviewReport } from './baseline';
import { summarise, type FormatOptions } from './format';
import {
  figuresOf,
  groupFindings,
  placeText,
  type FindingGroup,
  type PlaceOf,
} from './format-groups';
import { count } from './texts';

/**
 * Most characters of a comment on a pull request.
 *
 * @see https://github.com/orgs/community/discussions/27190
 */
export const COMMENT_LIMIT = 65_536;
/** Room for the line that says how much was left out, and for the end of what is folded. */
const RESERVE = 300;

/**
 * A review as a comment on a pull request: a table by severity, and folded below it the findings of each rule. What
 * would make it longer than a comment may be is left out, least important last, and counted.
 */
export function reviewToMarkdown(
  report: ReviewReport,
  { placeOf }: Pick<FormatOptions, 'placeOf'> = {},
): string {
  const { findings, acknowledged } = report;
  const page = new Page(COMMENT_LIMIT - RESERVE);
  page.add(`## groundplan review: ${summarise(report)}\n`);
  const rows = severityRows(report);
  if (rows.length > 0) page.add(table(rows));
  for (const group of groupFindings(findings)) {
    page.fold(
      `${group.rule}: ${escapeHtml(group.title)} (${count(group.findings.length, group.severity)})`,
      group.findings.map((finding) => item(finding, placeOf)),
      `\nMore: \`groundplan explain ${group.rule}\`\n`,
    );
  }
  page.fold(
    `${acknowledged.length} acknowledged`,
    acknowledged.map((each) => acceptedItem(each)),
  );
  if (page.left > 0)
    page.addAlways(
      `\n**${count(page.left, 'finding')} left out** to stay below GitHub's ${COMMENT_LIMIT} characters: run \`groundplan review\`.\n`,
    );
  return page.text;
}

/** A text that may only grow so long. */
class Page {
  /** What did not fit. */
  public left = 0;
  /** What did. */
  public text = '';

  public constructor(private readonly limit: number) {}

  public addAlways(more: string): void {
    this.text += more;
  }

  /** Adds a text if it fits. */
  public add(more: string, reserved = 0): boolean {
    const fits = this.text.length + more.length + reserved <= this.limit;
    if (fits) this.text += more;
    return fits;
  }

  /** Adds items that are shown when a reader opens them; those behind the first that does not fit are counted. */
  public fold(summary: string, items: readonly string[], end = ''): void {
    if (items.length === 0) return;
    const close = `${end}\n</details>\n`;
    if (!this.add(`\n<details><summary>${summary}</summary>\n\n`, close.length)) {
      this.left += items.length;
      return;
    }
    const shown = items.findIndex((text) => !this.add(text, close.length));
    if (shown >= 0) this.left += items.length - shown;
    this.addAlways(close);
  }
}

type Row = readonly [what: string, number: number, rules: string];

function severityRows({
  findings,
  acknowledged,
  known = [],
  mended = [],
}: ReviewReport): readonly Row[] {
  const groups = groupFindings(findings);
  const rulesOf = (severity: string): string =>
    groups
      .filter((group) => group.severity === severity)
      .map(ruleCount)
      .join(', ');
  const all: readonly Row[] = [
    ['error', findings.filter(({ severity }) => severity === 'error').length, rulesOf('error')],
    [
      'warning',
      findings.filter(({ severity }) => severity === 'warning').length,
      rulesOf('warning'),
    ],
    ['acknowledged', acknowledged.length, rules(acknowledged.map(({ finding }) => finding))],
    ['known', known.length, rules(known)],
    ['mended', mended.length, rules(mended)],
  ];
  return all.filter(([, number]) => number > 0);
}

function table(rows: readonly Row[]): string {
  return [
    '',
    '| | findings | rules |',
    '| --- | ---: | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

function ruleCount({ rule, findings }: FindingGroup): string {
  return `${rule} (${findings.length})`;
}

function rules(items: readonly { readonly rule: string }[]): string {
  return [...new Set(items.map(({ rule }) => rule))].sort().join(', ');
}

function item(finding: Finding, placeOf: PlaceOf | undefined): string {
  const { path, problem, fix } = finding;
  const place = placeOf?.(path);
  const figures = figuresOf(finding);
  const lines = [
    `${code(path)}${place === undefined ? '' : ` (${code(placeText(place))})`}`,
    escape(problem),
    ...(figures === '' ? [] : [`(${escape(figures)})`]),
    `**fix:** ${escape(fix)}`,
  ];
  return listItem(lines);
}

function acceptedItem({ finding: { rule, path, problem }, reason, until }: Acknowledged): string {
  return listItem([
    `${rule} ${code(path)}`,
    escape(problem),
    `accepted until ${until}: ${escape(reason)}`,
  ]);
}

/** An item of a list; a backslash ends a line without ending the paragraph. */
function listItem(lines: readonly string[]): string {
  return `- ${lines.join('\\\n  ')}\n`;
}

/** A text as code; a grave accent in it would end it. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** A text in which nothing is taken for Markdown, HTML, a mention or the number of an issue. */
function escape(text: string): string {
  return escapeHtml(text)
    .replaceAll(/[\\`*_[\]|~]/g, (sign) => `\\${sign}`)
    .replaceAll(/[@#](?=\w)/g, (sign) => `${sign}\u200b`)
    .replaceAll(/\s+/g, ' ');
}

/** A text inside of HTML, where Markdown is not read. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
