import type { Value } from './binary';
import { AGGREGATIONS, describeType, type ValueType } from './functions';
import { missing, NO_LABELS, without, type Labels } from './labels';
import type { Report } from './selectors';
import { childOf, childrenOf, labelsIn, textOf, type Part } from './walk';

/** Aggregations that choose among series, and keep their labels. */
const CHOOSING: ReadonlySet<string> = new Set(['topk', 'bottomk']);

/** Looks at an aggregation, and says what it gives. */
export function checkAggregation(
  part: Part,
  check: (argument: Part) => Value,
  report: Report,
): Value {
  const name = textOf(childOf(part, 'AggregateOp') ?? part).toLowerCase();
  const values = childrenOf(childOf(part, 'FunctionCallBody') ?? part).map(check);
  if (AGGREGATIONS.has(name)) checkArguments(part, name, values, report);
  else report(part, `${name} is not known to Prometheus 2.42`, 'use another aggregation');
  const labels = values.at(-1)?.labels ?? 'any';
  const kept = CHOOSING.has(name) ? labels : keptLabels(part, labels, report);
  return { type: 'instant vector', labels: name === 'count_values' ? 'any' : kept };
}

function checkArguments(part: Part, name: string, values: readonly Value[], report: Report): void {
  const parameter = AGGREGATIONS.get(name);
  const wanted: readonly ValueType[] = [
    ...(parameter === undefined ? [] : [parameter]),
    'instant vector',
  ];
  if (values.length !== wanted.length) {
    report(part, `${name} is given ${values.length} arguments`, `give it ${wanted.length}`);
    return;
  }
  for (const [index, { type }] of values.entries()) {
    const expected = wanted[index] ?? 'instant vector';
    if (type !== expected)
      report(part, `${name} is given ${describeType(type)}`, `give it ${describeType(expected)}`);
  }
}

/** The labels that an aggregation keeps; by one that is lost already it groups nothing. */
function keptLabels(part: Part, labels: Labels, report: Report): Labels {
  const modifier = childOf(part, 'AggregateModifier');
  const list = modifier && childOf(modifier, 'GroupingLabels');
  if (modifier === undefined || list === undefined) return NO_LABELS;
  const named = labelsIn(list);
  if (childOf(modifier, 'Without') !== undefined) return without(labels, named);
  const lost = missing(labels, named);
  if (lost !== undefined)
    report(modifier, `groups by ${lost}, which what it groups has lost`, 'keep it there too');
  return new Set(named);
}
