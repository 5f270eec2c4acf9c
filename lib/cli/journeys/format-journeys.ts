import { formatDuration, formatPercent, WHOLE } from '../../core/units';
import { wrap } from '../../core/wrap';
import type { JourneyReport } from '../../plan/journeys/journey-report';
import type { OperationNode } from '../../plan/journeys/operation-tree';
import type { JourneyTraffic } from '../../plan/journeys/journey-traffic';
import type { PartShare } from '../../plan/journeys/journey-budget';
import { count } from '../../review/texts';
import { formatTable } from '../table';

/** Journeys as people read them: a line of figures each, and the tree of what their steps call. */
export function formatJourneys(
  environment: string,
  journeys: readonly JourneyReport[],
  width: number,
): string {
  if (journeys.length === 0) return 'no journeys are declared';
  return [
    ...journeys.map((journey) =>
      [
        ...wrap(summary(environment, journey), width),
        formatTable(
          ['STEP AND WHAT IT CALLS', 'BUDGET', 'TIME', 'OF ALL'],
          journey.steps.flatMap((step) => treeRows(step, '', '')),
          width,
        ),
      ].join('\n'),
    ),
    wrap(LEGEND, width).join('\n'),
  ].join('\n\n');
}

const LEGEND =
  'BUDGET: share of the loss of availability that the part causes. TIME: what the caller counts with, by the promise of the callee. * the critical path: the journey takes longer when it does.';

function summary(environment: string, report: JourneyReport): string {
  const { journey, availability, parts, latency, rate } = report;
  const quantile = formatPercent(Math.ceil(latency.neededQuantile * FINE) * (WHOLE / FINE));
  return [
    `${journey} in ${environment}: ${formatPercent(availability)} available (${count(parts, 'part')})`,
    `typically ${formatDuration(latency.typicalMs)}, at most ${formatDuration(latency.longestMs)}`,
    ...(latency.calls > 1
      ? [`99 of 100 are that fast if each of ${latency.calls} calls is in ${quantile} of cases`]
      : []),
    `${rate.peak} a second at the peak of a region, ${rate.requests} requests (${percent(rate.share)} of all)`,
    ...(report.traffic === undefined ? [] : [trafficText(report.traffic)]),
  ].join('; ');
}

function trafficText({ monthlyDollars, unpricedCalls }: JourneyTraffic): string {
  const dollars = monthlyDollars < 1 ? 'less than $1' : `up to $${Math.ceil(monthlyDollars)}`;
  const declares = unpricedCalls === 1 ? 'declares' : 'declare';
  const without =
    unpricedCalls === 0 ? '' : ` (${count(unpricedCalls, 'call')} ${declares} no payload)`;
  return `traffic of its calls ${dollars} a month${without}`;
}

/** Shares of answers are written in hundredths of a percent, rounded up: a little more is asked for, not less. */
const FINE = 10_000;

function treeRows(
  node: OperationNode,
  margin: string,
  below: string,
): readonly (readonly string[])[] {
  const { service, operation, critical, ms, latencyShare, parts, calls } = node;
  const own = parts.find(({ kind, name }) => kind === 'service' && name === service);
  const children = [
    ...parts
      .filter((part) => part !== own)
      .map((part) => (lead: string) => [partRow(part, lead)] as const),
    ...calls.map((call) => (lead: string, under: string) => treeRows(call, lead, under)),
  ];
  return [
    [
      `${margin}${service}.${operation}${critical ? ' *' : ''}${remark(node)}`,
      own === undefined ? '' : percent(own.share),
      formatDuration(ms),
      critical ? percent(latencyShare) : '',
    ],
    ...children.flatMap((rows, index) =>
      index === children.length - 1
        ? rows(`${below}└─ `, `${below}   `)
        : rows(`${below}├─ `, `${below}│  `),
    ),
  ];
}

function partRow({ kind, name, share }: PartShare, lead: string): readonly string[] {
  return [`${lead}${kind === 'store' ? `store ${name}` : `the ${name} broker`}`, percent(share)];
}

function remark({ criticality, fallback, repeated }: OperationNode): string {
  if (criticality === 'optional') return ` (optional, fallback ${fallback ?? 'none'})`;
  return repeated ? ' (as above)' : '';
}

/** A share as people read it; what is not nothing is not written as nothing. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 && share > 0 ? '<1%' : `${rounded}%`;
}
