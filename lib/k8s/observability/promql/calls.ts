import type { Value } from './binary';
import { describeType, FUNCTIONS, type Signature } from './functions';
import { NO_LABELS, without, type Labels } from './labels';
import { checkPattern, type Report } from './selectors';
import { childOf, childrenOf, textOf, unquoted, type Part } from './walk';

/** Looks at a call of a function, and says what it gives. */
export function checkCall(part: Part, check: (argument: Part) => Value, report: Report): Value {
  const name = textOf(childOf(part, 'FunctionIdentifier') ?? part);
  const parts = childrenOf(childOf(part, 'FunctionCallBody') ?? part);
  const values = parts.map(check);
  const signature = FUNCTIONS.get(name);
  if (signature === undefined) {
    report(part, `${name} is not known to Prometheus 2.42`, 'use another function');
    return { type: 'instant vector', labels: 'any' };
  }
  checkCount(part, name, values.length, signature, report);
  checkTypes(name, parts, values, signature, report);
  if (name === 'histogram_quantile') checkBuckets(part, values, report);
  const [, , , , pattern] = parts;
  if (name === 'label_replace' && pattern?.node.name === 'StringLiteral')
    checkPattern(pattern, unquoted(pattern), report);
  return { type: signature.gives, labels: labelsOf(name, parts, values) };
}

function checkTypes(
  name: string,
  parts: readonly Part[],
  values: readonly Value[],
  { takes }: Signature,
  report: Report,
): void {
  for (const [index, argument] of parts.entries()) {
    const wanted = takes[index] ?? takes.at(-1);
    const type = values[index]?.type;
    if (wanted === undefined || type === undefined || wanted === type) continue;
    report(
      argument,
      `is ${describeType(type)}, ${name} takes ${describeType(wanted)} there`,
      FIXES[wanted],
    );
  }
}

const FIXES: Readonly<Record<Value['type'], string>> = {
  scalar: 'write a number, or scalar(...)',
  string: 'write a text in quotes',
  'instant vector': 'leave the range out, or apply a function such as rate',
  'range vector': 'add a range, for example [5m]',
};

function checkCount(
  part: Part,
  name: string,
  count: number,
  { takes, optional, repeats }: Signature,
  report: Report,
): void {
  const least = takes.length - optional;
  if (count >= least && (repeats || count <= takes.length)) return;
  const most = repeats ? 'or more' : `to ${takes.length}`;
  const wanted = least === takes.length && !repeats ? `${least}` : `${least} ${most}`;
  report(part, `${name} is given ${count} arguments`, `give it ${wanted}`);
}

function checkBuckets(part: Part, values: readonly Value[], report: Report): void {
  const labels = values.at(-1)?.labels;
  if (labels !== undefined && labels !== 'any' && !labels.has('le'))
    report(part, 'histogram_quantile is given buckets without le', 'keep it: by (le)');
}

/** The labels of what a function gives: those of the vector it takes, but for a few. */
function labelsOf(name: string, parts: readonly Part[], values: readonly Value[]): Labels {
  const vector = values.find(({ type }) => type === 'instant vector' || type === 'range vector');
  if (name.startsWith('absent')) return 'any';
  if (name === 'scalar' || vector === undefined) return NO_LABELS;
  if (name === 'histogram_quantile') return without(vector.labels, ['le']);
  if (name !== 'label_replace' && name !== 'label_join') return vector.labels;
  const [, target] = parts;
  if (vector.labels === 'any' || target === undefined) return 'any';
  return new Set([...vector.labels, unquoted(target)]);
}
