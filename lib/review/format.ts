import type { Finding, Severity } from '../core/finding';
import type { Review } from './review';
import { count } from './texts';

/** A review as lines for a terminal: errors, warnings, what is acknowledged, and one line that sums it up. */
export function formatReview({ findings, acknowledged, errors, warnings }: Review): string {
  const excused = acknowledged.map(({ finding, reason, until }) =>
    [...block(finding), `  accepted until ${until}: ${reason}`].join('\n'),
  );
  const blocks = (severity: Severity): readonly string[] =>
    findings.filter((finding) => finding.severity === severity).map((f) => block(f).join('\n'));
  const summary = [count(errors, 'error'), count(warnings, 'warning')];
  if (acknowledged.length > 0) summary.push(`${acknowledged.length} acknowledged`);
  return [
    ...section('Errors', blocks('error')),
    ...section('Warnings', blocks('warning')),
    ...section('Acknowledged', excused),
    summary.join(', '),
  ].join('\n\n');
}

function section(title: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [title, ...blocks];
}

function block({ rule, path, problem, numbers, fix }: Finding): readonly string[] {
  const figures = Object.entries(numbers).map(([name, value]) => `${name} ${value}`);
  return [
    `${rule}  ${path}`,
    `  ${problem}`,
    ...(figures.length === 0 ? [] : [`  (${figures.join(', ')})`]),
    `  fix: ${fix}`,
  ];
}
