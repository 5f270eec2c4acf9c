import type { Finding, Severity } from '../core/finding';
import { indented, TEXT_WIDTH, wrap } from '../core/wrap';
import type { Acknowledged } from './acknowledgements';
import type { ReviewReport } from './baseline';
import { figuresOf, groupFindings, placeText, type PlaceOf } from './format-groups';
import { count } from './texts';

/** How a review is written for people. */
export interface FormatOptions {
  /**
   * Most characters of a line.
   *
   * @default 100
   */
  readonly width?: number;
  /**
   * Where declarations stand.
   *
   * @default - only their paths are shown
   */
  readonly placeOf?: PlaceOf;
}

/**
 * A review as lines for a terminal, the worst first: by rule, with path, arithmetic and fix of each finding and where
 * more is said. Then what is acknowledged, known and mended, and one line that sums it up.
 */
export function formatReview(report: ReviewReport, options: FormatOptions = {}): string {
  const { findings, acknowledged, known = [], mended = [] } = report;
  const { width = TEXT_WIDTH } = options;
  return [
    ...section('Errors', groups(findings, 'error', options)),
    ...section('Warnings', groups(findings, 'warning', options)),
    ...section(
      'Acknowledged',
      acknowledged.map((each) => acceptedBlock(each, options).join('\n')),
    ),
    ...section('Known, by the baseline', listed(known, width)),
    ...section('Mended, and still in the baseline: write it again', listed(mended, width)),
    wrap(summarise(report), width).join('\n'),
  ].join('\n\n');
}

/** A review in a few words: `1 error, 2 warnings, 3 acknowledged`. */
export function summarise({
  errors,
  warnings,
  acknowledged,
  known = [],
  mended = [],
}: ReviewReport): string {
  const more = [
    [acknowledged.length, 'acknowledged'],
    [known.length, 'known'],
    [mended.length, 'mended'],
  ] as const;
  return [
    count(errors, 'error'),
    count(warnings, 'warning'),
    ...more.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`),
  ].join(', ');
}

function section(title: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [title.toUpperCase(), ...blocks];
}

function groups(
  findings: readonly Finding[],
  severity: Severity,
  options: FormatOptions,
): readonly string[] {
  const { width = TEXT_WIDTH } = options;
  return groupFindings(findings)
    .filter((group) => group.severity === severity)
    .map(({ rule, title, findings: found }) =>
      [
        ...wrap(`${rule}: ${title}`, width),
        ...found.flatMap((finding) => findingBlock(finding, options)),
        ...indented(`more: groundplan explain ${rule}`, 2, width),
      ].join('\n'),
    );
}

function findingBlock(finding: Finding, { width = TEXT_WIDTH, placeOf }: FormatOptions) {
  const { path, problem, fix } = finding;
  const place = placeOf?.(path);
  const figures = figuresOf(finding);
  return [
    ...indented(path, 2, width),
    ...(place === undefined ? [] : indented(`at ${placeText(place)}`, 4, width)),
    ...indented(problem, 4, width),
    ...(figures === '' ? [] : indented(`(${figures})`, 4, width)),
    ...indented(`fix: ${fix}`, 4, width),
  ];
}

function acceptedBlock({ finding, reason, until }: Acknowledged, options: FormatOptions) {
  const { width = TEXT_WIDTH } = options;
  const { rule, path, problem } = finding;
  return [
    ...wrap(`${rule}  ${path}`, width),
    ...indented(problem, 2, width),
    ...indented(`accepted until ${until}: ${reason}`, 2, width),
  ];
}

/** One line each, all in one block: their details were read when they became known. */
function listed(
  items: readonly { readonly rule: string; readonly path: string }[],
  width: number,
): readonly string[] {
  if (items.length === 0) return [];
  return [items.flatMap(({ rule, path }) => wrap(`${rule}  ${path}`, width)).join('\n')];
}
