import { parser } from '@prometheus-io/lezer-promql';
import { PlatformError, type Scoped } from '../../../core/errors';
import { checkExpression } from './check-expression';
import { describeType, type ValueType } from './functions';
import { matchesNothing, patternProblem, type Report } from './selectors';
import { childrenOf, type Part } from './walk';

/** Something wrong in an expression. */
export interface PromqlProblem {
  /** Character at which it begins, from 0. */
  readonly at: number;
  /** What is wrong, with the text it is about. */
  readonly problem: string;
  /** The change that mends it. */
  readonly fix: string;
}

/** What came of reading an expression. */
export interface PromqlReading {
  /** What it gives, where nothing is wrong. */
  readonly type?: ValueType;
  /** What is wrong, from the left. */
  readonly problems: readonly PromqlProblem[];
}

/**
 * Reads an expression of PromQL: its grammar, the types of what it is made of, and the labels by which series are matched.
 * It accepts what Prometheus 2.42 and all later versions accept.
 *
 * @example
 * readPromql('rate(istio_requests_total)').problems[0]?.fix; // add a range, for example [5m]
 */
export function readPromql(expression: string): PromqlReading {
  const tree = parser.parse(expression);
  const broken = syntaxProblem(tree, expression);
  if (broken !== undefined) return { problems: [broken] };
  const problems: PromqlProblem[] = [];
  const report: Report = ({ node }, problem, fix) => {
    const about = expression.slice(node.from, node.to);
    problems.push({ at: node.from, problem: `'${about}' ${problem}`, fix });
  };
  const top: Part = { node: tree.topNode, whole: expression };
  const { type } = checkExpression(childrenOf(top)[0] ?? top, report);
  problems.sort((a, b) => a.at - b.at);
  return problems.length === 0 ? { type, problems } : { problems };
}

/** Shapes of expressions that have been read: those of services differ in their texts alone. */
const KNOWN = new Map<string, ValueType>();
/** So many shapes are remembered. */
const MOST_KNOWN = 10_000;
const TEXTS = /"(?:[^"\\]|\\.)*"/g;
const PATTERNS = /[=!]~\s*"((?:[^"\\]|\\.)*)"/g;

/** Throws unless an expression is right, and gives what a rule needs: a value for each series. */
export function assertPromql(scope: Scoped, prop: string, expression: string): void {
  const shape = shapeOf(expression);
  const known = shape === undefined ? undefined : KNOWN.get(shape);
  const { type, problems } =
    known === undefined ? readPromql(expression) : { type: known, problems: [] };
  const [first] = problems;
  if (first !== undefined)
    throw new PlatformError(scope, `${prop} at ${first.at}: ${first.problem}`, first.fix);
  if (type !== 'instant vector' && type !== 'scalar')
    throw new PlatformError(
      scope,
      `${prop} gives ${describeType(type ?? 'string')}, a rule needs an instant vector`,
      'apply a function such as rate',
    );
  if (shape !== undefined && KNOWN.size < MOST_KNOWN) KNOWN.set(shape, type);
}

/**
 * An expression with its texts left empty; nothing where what stands in them matters: an empty text, which may select all,
 * a pattern that is none, or a pattern outside a matcher.
 */
function shapeOf(expression: string): string | undefined {
  if (/""|['`]|label_replace/.test(expression)) return undefined;
  for (const [, pattern = ''] of expression.matchAll(PATTERNS))
    if (patternProblem(pattern) !== undefined || matchesNothing(pattern)) return undefined;
  return expression.replaceAll(TEXTS, '" "');
}

function syntaxProblem(
  tree: ReturnType<typeof parser.parse>,
  expression: string,
): PromqlProblem | undefined {
  const cursor = tree.cursor();
  do {
    if (!cursor.type.isError) continue;
    const rest = expression.slice(cursor.from).trim();
    const found = rest === '' ? 'ends too early' : `cannot go on with '${rest.slice(0, 20)}'`;
    return { at: cursor.from, problem: `the expression ${found}`, fix: 'mend it there' };
  } while (cursor.next());
  return undefined;
}
