import { formatDuration, formatPercent } from '../core/units';
import type { Service } from '../model/service';
import type { SystemIndex } from '../plan/index-of-system';
import { journeysThrough } from '../plan/journeys/journeys-through';
import { planSlos, type SloPlan } from '../plan/slo-plan';
import { guideTo, guideUndeclared, guideUnmeasured, type AlertGuide } from './alert-guides';

/** The runbook of a service as Markdown: who owns it, what it needs, and a part for each alert that it can raise. */
export function runbookOf(index: SystemIndex, service: Service): string {
  const slos = planSlos(index, service);
  const where = { name: service.name, namespace: service.context.name };
  const guides = [
    ...slos.map((slo) => guidePart(guideTo(slo.name, where), service, promise(slo))),
    ...(slos.length === 0 ? [] : [guidePart(guideUnmeasured(where), service)]),
    ...(service.contract === undefined ? [] : [guidePart(guideUndeclared(where), service)]),
  ];
  return [`# ${service.name}`, ...aboutService(index, service), ...guides, ''].join('\n\n');
}

function aboutService(index: SystemIndex, service: Service): readonly string[] {
  const { team } = service.context;
  const callers = index.callsTo.get(service.name) ?? [];
  const calls = index.callsFrom.get(service.name) ?? [];
  const names = (some: readonly string[]): string => [...new Set(some)].sort().join(', ');
  const rows = [
    ['owner', `${team.name}, ${team.slack}${team.onCall === undefined ? '' : `, ${team.onCall}`}`],
    ['journeys that need it', names(journeysThrough(index).get(service.name) ?? [])],
    ['called by', names(callers.map(({ caller }) => caller.name))],
    ['cannot do without', names(required(calls))],
    ['does with less without', names(optional(calls))],
    ['stores', names((index.storesOf.get(service.name) ?? []).map(({ name }) => name))],
    ['reads topics', names(service.consumptions.map(({ topic }) => topic.name))],
    ['writes topics', names(service.publications.map(({ topic }) => topic.name))],
  ];
  const table = rows.map(([what, value = '']) => `| ${what} | ${value === '' ? '-' : value} |`);
  return [['| | |', '| --- | --- |', ...table].join('\n')];
}

type Calls = NonNullable<ReturnType<SystemIndex['callsFrom']['get']>>;

function required(calls: Calls): readonly string[] {
  return calls
    .filter(({ criticality }) => criticality === 'required')
    .map(({ operation }) => operation.service.name);
}

function optional(calls: Calls): readonly string[] {
  return calls
    .filter(({ criticality }) => criticality !== 'required')
    .map(({ operation }) => operation.service.name);
}

/** What was promised, and how soon each window tells of total failure. */
function promise({ target, period, threshold, windows }: SloPlan): string {
  const within =
    threshold === undefined ? 'go well' : `are answered within ${formatDuration(threshold)}`;
  const told = windows.map(
    ({ severity, long, factor, detection }) =>
      `| ${severity} | ${formatDuration(long)} | ${factor} | ${formatDuration(detection)} |`,
  );
  return [
    `Promised: ${formatPercent(target)} of requests ${within}, over ${period}.`,
    '',
    '| who is told | window | times too fast | after total failure of at most |',
    '| --- | --- | --- | --- |',
    ...told,
  ].join('\n');
}

function guidePart(guide: AlertGuide, { name }: Service, promised?: string): string {
  const { alert, anchor, meaning, query, commands } = guide;
  return [
    // The anchor is part of the addresses that alerts carry; headings may be worded anew.
    `<a id="${anchor}"></a>`,
    `## ${alert}`,
    meaning,
    ...(promised === undefined ? [] : [promised]),
    `Graph:\n\n\`\`\`promql\n${query}\n\`\`\``,
    `First:\n\n${commands.map(toStep).join('\n\n')}`,
    `Silence it, with the reason, while somebody works on it:\n\n\`\`\`sh\namtool silence add alertname=${alert} service=${name} --duration=2h --author="$USER" --comment='<why, and where it is worked on>'\n\`\`\``,
  ].join('\n\n');
}

function toStep({ shows, command }: AlertGuide['commands'][number], index: number): string {
  return `${index + 1}. ${shows}:\n\n   \`\`\`sh\n   ${command}\n   \`\`\``;
}
