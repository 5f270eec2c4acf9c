import { checkBinary, type Value } from './binary';
import { checkCall } from './calls';
import { checkAggregation } from './aggregations';
import { describeType } from './functions';
import { NO_LABELS } from './labels';
import { checkSelector, type Report } from './selectors';
import { childrenOf, textOf, type Part } from './walk';

/** Looks at one kind of expression, and says what it gives. */
type Visitor = (part: Part, report: Report) => Value;

const SCALAR: Value = { type: 'scalar', labels: NO_LABELS };
const ANY_VECTOR: Value = { type: 'instant vector', labels: 'any' };

/** What Prometheus 3 takes for a number of seconds. */
const LENGTH_OF_TIME = /^(\d+(y|w|d|h|ms|m|s))+$/;
/** A length of time: units from the longest to the shortest, each once. */
const DURATION = /^(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;

const VISITORS: Readonly<Record<string, Visitor>> = {
  VectorSelector: (part, report) => {
    checkSelector(part, report);
    return ANY_VECTOR;
  },
  NumberDurationLiteral: (part, report) => {
    if (LENGTH_OF_TIME.test(textOf(part)))
      report(
        part,
        'is a length of time where a number belongs, which Prometheus reads from 3.0 on',
        'write it in seconds',
      );
    return SCALAR;
  },
  StringLiteral: () => ({ type: 'string', labels: NO_LABELS }),
  ParenExpr: (part, report) => checkOnly(part, report),
  UnaryExpr: (part, report) => {
    const value = checkOnly(part, report, 'UnaryOp');
    if (value.type !== 'scalar' && value.type !== 'instant vector')
      report(
        part,
        `changes the sign of ${describeType(value.type)}`,
        'apply a function such as rate first',
      );
    return value;
  },
  MatrixSelector: (part, report) => checkRange(part, report),
  SubqueryExpr: (part, report) => {
    for (const duration of durationsOf(part)) checkDuration(duration, report);
    const value = checkFirst(part, report);
    if (value.type !== 'instant vector')
      report(part, `asks for a range of ${describeType(value.type)}`, 'give it an instant vector');
    return { type: 'range vector', labels: value.labels };
  },
  OffsetExpr: checkShift,
  StepInvariantExpr: checkShift,
  AggregateExpr: (part, report) =>
    checkAggregation(part, (argument) => checkExpression(argument, report), report),
  FunctionCall: (part, report) =>
    checkCall(part, (argument) => checkExpression(argument, report), report),
  BinaryExpr: (part, report) => {
    const children = childrenOf(part);
    const [left, right] = [children[0], children.at(-1)].map((operand) =>
      operand === undefined ? ANY_VECTOR : checkExpression(operand, report),
    );
    return checkBinary(part, left ?? ANY_VECTOR, right ?? ANY_VECTOR, report);
  },
};

/** Looks at an expression that has been parsed, and says what it gives. */
export function checkExpression(part: Part, report: Report): Value {
  const visit = VISITORS[part.node.name];
  if (visit !== undefined) return visit(part, report);
  report(part, 'is no expression of Prometheus 2', 'write it with what Prometheus 2.42 knows');
  return ANY_VECTOR;
}

/** The value of the one expression inside another. */
function checkOnly(part: Part, report: Report, apart = ''): Value {
  const inner = childrenOf(part).find(({ node }) => node.name !== apart);
  return inner === undefined ? ANY_VECTOR : checkExpression(inner, report);
}

function checkFirst(part: Part, report: Report): Value {
  const [first] = childrenOf(part);
  return first === undefined ? ANY_VECTOR : checkExpression(first, report);
}

function checkRange(part: Part, report: Report): Value {
  for (const duration of durationsOf(part)) checkDuration(duration, report);
  const [selector] = childrenOf(part);
  if (selector?.node.name !== 'VectorSelector')
    report(
      part,
      'asks for a range of something that is no selector',
      'write a subquery, [1h:], and any offset after the brackets',
    );
  return { type: 'range vector', labels: checkFirst(part, report).labels };
}

function durationsOf(part: Part): readonly Part[] {
  return childrenOf(part).filter(({ node }) => node.name === 'DurationExpr');
}

function checkDuration(part: Part, report: Report): void {
  const text = textOf(part);
  if (!DURATION.test(text))
    report(part, 'is no length of time', "write it like '5m' or '1h30m', the longest unit first");
  else if (!/[1-9]/.test(text)) report(part, 'is no time at all', 'write a longer range');
}

/** What may be shifted in time: a selector or a subquery, the sign before it aside. */
const SHIFTED: ReadonlySet<string> = new Set([
  ...['VectorSelector', 'MatrixSelector', 'SubqueryExpr', 'UnaryExpr'],
  ...['OffsetExpr', 'StepInvariantExpr'],
]);

function checkShift(part: Part, report: Report): Value {
  const [inner] = childrenOf(part);
  if (inner !== undefined && !SHIFTED.has(inner.node.name))
    report(
      part,
      'shifts something that is neither selector nor subquery',
      'shift each selector inside it',
    );
  return checkFirst(part, report);
}
