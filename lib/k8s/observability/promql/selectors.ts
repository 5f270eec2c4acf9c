import { childOf, childrenOf, textOf, unquoted, type Part } from './walk';

/** Says what is wrong. */
export type Report = (part: Part, problem: string, fix: string) => void;

/** Looks at a selector: it must select something, and its patterns must be patterns. */
export function checkSelector(part: Part, report: Report): void {
  const name = childOf(part, 'Identifier');
  const matchers = childrenOf(childOf(part, 'LabelMatchers') ?? part).filter(
    ({ node }) => node.name === 'UnquotedLabelMatcher' || node.name.startsWith('Quoted'),
  );
  for (const matcher of matchers) checkMatcher(matcher, name !== undefined, report);
  if (name === undefined && !matchers.some(selects))
    report(
      part,
      'selects every series there is',
      'name a metric, or one label that must not be empty',
    );
}

function checkMatcher(matcher: Part, named: boolean, report: Report): void {
  if (matcher.node.name !== 'UnquotedLabelMatcher') {
    report(
      matcher,
      'is quoted, which Prometheus reads from 3.0 on',
      'write the name without quotes',
    );
    return;
  }
  const value = childOf(matcher, 'StringLiteral');
  if (named && nameOf(matcher) === '__name__')
    report(matcher, 'names the metric a second time', 'leave one of the two out');
  if (value !== undefined && operatorOf(matcher).endsWith('~'))
    checkPattern(value, unquoted(value), report);
}

function nameOf(matcher: Part): string {
  const name = childOf(matcher, 'LabelName');
  return name === undefined ? '' : textOf(name);
}

function operatorOf(matcher: Part): string {
  const operator = childOf(matcher, 'MatchOp');
  return operator === undefined ? '' : textOf(operator);
}

/** Whether a matcher leaves out series that lack its label. */
function selects(matcher: Part): boolean {
  const value = childOf(matcher, 'StringLiteral');
  const text = value === undefined ? '' : unquoted(value);
  switch (operatorOf(matcher)) {
    case '=':
      return text !== '';
    case '!=':
      return text === '';
    case '=~':
      return !matchesNothing(text);
    default:
      return matchesNothing(text);
  }
}

/** Whether a pattern, as it stands between quotes, matches the empty text, which a missing label is. */
export function matchesNothing(pattern: string): boolean {
  return patternProblem(pattern) === undefined && toRegExp(pattern).test('');
}

/** Reports a pattern that RE2 refuses. */
export function checkPattern(part: Part, pattern: string, report: Report): void {
  const problem = patternProblem(pattern);
  if (problem !== undefined)
    report(part, problem, 'write a pattern of RE2, with two backslashes for one');
}

/**
 * Why a pattern, as it stands between quotes, is none of RE2.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function patternProblem(written: string): string | undefined {
  const pattern = resolve(written);
  if (/\(\?(<?[=!])/.test(pattern)) return 'looks ahead or behind, which RE2 cannot';
  if (/\\[1-9]/.test(pattern)) return 'refers back to a group, which RE2 cannot';
  try {
    toRegExp(written);
    return undefined;
  } catch {
    return 'is no regular expression';
  }
}

/** A matcher's pattern must match all of the value. */
function toRegExp(written: string): RegExp {
  return new RegExp(`^(?:${resolve(written)})$`, 's');
}

/** What the quotes hold, escapes resolved. */
function resolve(written: string): string {
  return written.replaceAll(/\\([\\"'])/g, '$1');
}
