import { describeType, type ValueType } from './functions';
import {
  common,
  describeLabels,
  either,
  missing,
  sameLabels,
  without,
  type Labels,
} from './labels';
import type { Report } from './selectors';
import { childOf, childrenOf, labelsIn, textOf, type Part } from './walk';

/** What an expression gives, and the labels of it. */
export interface Value {
  /** Its type. */
  readonly type: ValueType;
  /** Its labels; of what is no vector, none. */
  readonly labels: Labels;
}

const SET_OPERATORS: ReadonlySet<string> = new Set(['And', 'Or', 'Unless']);
const COMPARISONS: ReadonlySet<string> = new Set(['Eql', 'Neq', 'Gtr', 'Lss', 'Gte', 'Lte']);
const OPERAND_TYPES: ReadonlySet<ValueType> = new Set(['scalar', 'instant vector']);

/** How the series of two vectors are matched. */
interface Matching {
  readonly clause: Part;
  readonly on?: readonly string[];
  readonly ignoring?: readonly string[];
  readonly group?: 'GroupLeft' | 'GroupRight';
  readonly included: readonly string[];
}

/** What stands between two operands. */
interface Operation {
  readonly part: Part;
  readonly operator: Part;
  readonly bool: boolean;
  readonly matching?: Matching;
}

/** Looks at an operator between two values, and says what comes of them. */
export function checkBinary(part: Part, left: Value, right: Value, report: Report): Value {
  const operation = readOperation(part);
  const both = [left, right].every(({ type }) => type === 'instant vector');
  const wrong = [left, right].find(({ type }) => !OPERAND_TYPES.has(type));
  const sign = textOf(operation.operator);
  if (wrong !== undefined)
    report(
      part,
      `${sign} is given ${describeType(wrong.type)}`,
      'operators take scalars and instant vectors; apply a function such as rate first',
    );
  else if (both) checkMatching(operation, left, right, report);
  else checkScalars(operation, left, right, report);
  if (operation.bool && !COMPARISONS.has(operation.operator.node.name))
    report(part, `bool stands at ${sign}`, 'leave it out: only comparisons take it');
  return resultOf(operation, left, right);
}

function readOperation(part: Part): Operation {
  const [, operator = part, ...rest] = childrenOf(part);
  const modifier = rest.find(({ node }) => node.name === 'BoolModifier');
  const clause =
    rest.find(({ node }) => node.name === 'MatchingModifierClause') ??
    (modifier && childOf(modifier, 'MatchingModifierClause'));
  return {
    ...{ part, operator, bool: modifier !== undefined && childOf(modifier, 'Bool') !== undefined },
    ...(clause && { matching: readMatching(clause) }),
  };
}

function readMatching(clause: Part): Matching {
  const children = childrenOf(clause);
  const [matched, included] = children.filter(({ node }) => node.name === 'GroupingLabels');
  const labels = matched === undefined ? [] : labelsIn(matched);
  const group = childOf(clause, 'GroupLeft') ?? childOf(clause, 'GroupRight');
  return {
    clause,
    ...(childOf(clause, 'On') ? { on: labels } : { ignoring: labels }),
    ...(group && { group: group.node.name === 'GroupLeft' ? 'GroupLeft' : 'GroupRight' }),
    included: included === undefined ? [] : labelsIn(included),
  };
}

function checkScalars(operation: Operation, left: Value, right: Value, report: Report): void {
  const { part, operator, matching, bool } = operation;
  const sign = textOf(operator);
  if (SET_OPERATORS.has(operator.node.name))
    report(part, `${sign} is given a scalar`, 'it takes two instant vectors');
  if (matching !== undefined)
    report(
      matching.clause,
      'says how to match the series of a scalar, which has none',
      'leave it out',
    );
  if (left.type === right.type && COMPARISONS.has(operator.node.name) && !bool)
    report(part, `${sign} compares two scalars without bool`, `write ${sign} bool`);
}

function checkMatching(operation: Operation, left: Value, right: Value, report: Report): void {
  const { operator, matching } = operation;
  const isSet = SET_OPERATORS.has(operator.node.name);
  if (matching?.group !== undefined && isSet)
    report(
      matching.clause,
      `groups at ${textOf(operator)}, which matches many with many`,
      'leave the group out',
    );
  if (matching?.on !== undefined) checkOn(matching, matching.on, left, right, report);
  // `or` joins different series: that is what it is for.
  else if (operator.node.name !== 'Or' && matching?.group === undefined)
    checkAll(operation, left, right, report);
}

/** Without `on`, series match when all their labels are the same. */
function checkAll(operation: Operation, left: Value, right: Value, report: Report): void {
  const { part, operator, matching } = operation;
  const ignored = matching?.ignoring ?? [];
  const [a, b] = [without(left.labels, ignored), without(right.labels, ignored)];
  if (a === 'any' || b === 'any' || sameLabels(a, b)) return;
  report(
    part,
    `the series left of ${textOf(operator)} have the labels ${describeLabels(a)} and those right of it ${describeLabels(b)}: none match`,
    'say on(...) which labels they share',
  );
}

function checkOn(
  { clause, included }: Matching,
  on: readonly string[],
  left: Value,
  right: Value,
  report: Report,
): void {
  const twice = included.find((label) => on.includes(label));
  if (twice !== undefined)
    report(clause, `matches on ${twice} and includes it`, 'leave it out of the group');
  const absent = missing(left.labels, on) ?? missing(right.labels, on);
  if (absent !== undefined)
    report(clause, `matches on ${absent}, which one side has lost`, `keep it: by (${absent})`);
}

function resultOf({ operator, matching }: Operation, left: Value, right: Value): Value {
  const vectors = [left, right].filter(({ type }) => type === 'instant vector');
  const [first, second] = vectors;
  if (first === undefined) return { type: 'scalar', labels: new Set() };
  if (second === undefined) return first;
  return {
    type: 'instant vector',
    labels: matchedLabels(operator.node.name, matching, left, right),
  };
}

function matchedLabels(
  operator: string,
  matching: Matching | undefined,
  left: Value,
  right: Value,
): Labels {
  if (operator === 'Or') return either(left.labels, right.labels);
  if (SET_OPERATORS.has(operator)) return left.labels;
  if (matching?.group !== undefined) {
    const many = matching.group === 'GroupLeft' ? left : right;
    return either(many.labels, new Set(matching.included));
  }
  if (matching?.on !== undefined) return new Set(matching.on);
  return without(common(left.labels, right.labels), matching?.ignoring ?? []);
}
