import { placeOf } from '../../contracts/evolution/contract-change';
import { indented } from '../../core/wrap';
import type { ReleaseOrder, ReleaseStep } from '../../delivery/release-order';
import { count } from '../../review/texts';
import type { ContractDiff, DiffEntry } from './contract-diff';

const TITLES = {
  breaks: 'Breaks those who use it',
  warns: 'Breaks what nobody uses, or cannot be judged',
  safe: 'Safe',
} as const;

/** A comparison of contracts as lines for a terminal. */
export function formatDiff(
  { changes, breaking, warnings, order }: ContractDiff,
  width: number,
): string {
  if (changes.length === 0) return 'the contracts are as they were released';
  const sections = (['breaks', 'warns', 'safe'] as const).flatMap((verdict) => {
    const entries = changes.filter((change) => change.verdict === verdict);
    if (entries.length === 0) return [];
    return [[TITLES[verdict], ...entries.flatMap((entry) => formatEntry(entry, width))].join('\n')];
  });
  const summary = `${count(changes.length, 'change')}: ${breaking} breaking, ${count(warnings, 'warning')}`;
  return [...sections, formatOrder(order, width), summary].join('\n\n');
}

function formatEntry(entry: DiffEntry, width: number): readonly string[] {
  return [
    ...indented(placeOf(entry), 2, width),
    ...indented(entry.text, 4, width),
    ...entry.breaks.flatMap(({ name, as, uses }) =>
      indented(`breaks ${name}, ${HOW[as]} ${uses}`, 4, width),
    ),
    ...indented(`(${entry.rule}, ${entry.direction})`, 4, width),
  ];
}

const HOW = {
  caller: 'which calls',
  reader: 'which reads',
  outside: 'a journey that asks for',
} as const;

function formatOrder(order: ReleaseOrder, width: number): string {
  if (!order.ok)
    return ['Release order', ...indented(`${order.problem}; ${order.fix}`, 2, width)].join('\n');
  if (order.waves.length === 0) return 'Release order\n  any: no service is affected';
  const waves = order.waves.flatMap((wave, index) => [
    `  ${index + 1}.`,
    ...wave.flatMap((step) => formatStep(step, width)),
  ]);
  return ['Release order', ...waves].join('\n');
}

function formatStep(
  { service, phase, automaticRollback, after }: ReleaseStep,
  width: number,
): readonly string[] {
  const what = phase === 'release' ? service : `${service} (${phase})`;
  return [
    `     ${what}${automaticRollback ? '' : ', no automatic rollback'}`,
    ...after.flatMap(({ step, reason }) => indented(`after ${step}: ${reason}`, 7, width)),
  ];
}
