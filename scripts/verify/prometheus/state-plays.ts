import type { Rule } from './rule-groups';
import type { InputSeries } from './series';

/** A time in the life of an alert that looks at what is, not at how fast a budget is used. */
export interface StatePlay {
  /** What happens, for people. */
  readonly name: string;
  /** What is counted, a sample each half minute. */
  readonly series: readonly InputSeries[];
  /** Minutes at which it is looked at, and how many alerts fire then. */
  readonly expected: readonly (readonly [minute: number, firing: number])[];
}

/** Seconds between samples. */
export const STATE_INTERVAL = 30;
const PER_MINUTE = 60 / STATE_INTERVAL;

/** How each alert that has no burn window is played: from its rule. */
const PLAYS: Readonly<Record<string, (rule: Rule) => readonly StatePlay[]>> = {
  UndeclaredCaller: playCallers,
  SloNotMeasured: playUnmeasured,
};

/** The plays of an alert; none where nobody wrote one. */
export function statePlays(rule: Rule): readonly StatePlay[] | undefined {
  return PLAYS[rule.alert ?? '']?.(rule);
}

/** Declared callers are heard of all the while; a stranger calls for ten minutes, and stops. */
function playCallers({ expr }: Rule): readonly StatePlay[] {
  const [, labels = ''] = /istio_requests_total\{([^}]*)\}/.exec(expr) ?? [];
  const selectors = /source_workload_namespace="([^"]+)",source_workload=~"([^"]+)"/g;
  const declared = [...expr.matchAll(selectors)].flatMap(([, namespace = '', names = '']) =>
    names.split('|').map((name) => caller(labels, name.replaceAll('[.]', '.'), namespace)),
  );
  const steady = declared.map((series) => ({ series, values: `0+30x${30 * PER_MINUTE}` }));
  const stranger = {
    series: caller(labels, 'stranger', 'elsewhere'),
    values: `_x${5 * PER_MINUTE} 0+30x${10 * PER_MINUTE} ${30 * 10 * PER_MINUTE}+0x${15 * PER_MINUTE}`,
  };
  const [known] = declared;
  const elsewhere = known?.replace(
    /source_workload_namespace="[^"]+"/,
    'source_workload_namespace="elsewhere"',
  );
  return [
    {
      name: 'a stranger comes and goes',
      series: [...steady, stranger],
      expected: [
        ...[4, 5].map((minute) => [minute, 0] as const),
        ...[7, 14].map((minute) => [minute, 1] as const),
        [21, 0],
      ],
    },
    ...(elsewhere === undefined
      ? []
      : [
          {
            name: 'a caller of the same name in another namespace',
            series: [...steady, { series: elsewhere, values: `0+30x${10 * PER_MINUTE}` }],
            expected: [[5, 1] as const],
          },
        ]),
  ];
}

function caller(labels: string, name: string, namespace: string): string {
  return `istio_requests_total{${labels},response_code="200",source_workload="${name}",source_workload_namespace="${namespace}"}`;
}

/** Requests are counted, and the failures among them are for five minutes, not for an hour, and again. */
function playUnmeasured({ expr }: Rule): readonly StatePlay[] {
  const [, service = ''] = /service="([^"]+)"/.exec(expr) ?? [];
  const labels = `{service="${service}",slo="latency"}`;
  const lengths = [5, 60, 30].map((minutes) => minutes * PER_MINUTE);
  const [first = 0, gap = 0, last = 0] = lengths;
  return [
    {
      name: 'failures are not counted for an hour',
      series: [
        { series: `slo:total:rate5m${labels}`, values: `7+0x${first + gap + last - 1}` },
        {
          series: `slo:failed:rate5m${labels}`,
          values: `0+0x${first - 1} ${Array.from({ length: gap }, () => 'stale').join(' ')} 0+0x${last - 1}`,
        },
      ],
      expected: [
        [4, 0],
        // It must hold for a quarter of an hour.
        [19, 0],
        [21, 1],
        [64, 1],
        [66, 0],
      ],
    },
    {
      name: 'nobody asks',
      series: [{ series: `slo:total:rate5m${labels}`, values: `0+0x${last}` }],
      expected: [[25, 0]],
    },
  ];
}
