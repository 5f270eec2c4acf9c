import { Chart, App } from 'cdk8s';
import { assertPromql, readPromql } from '../../../../lib/k8s/observability/promql';

const GOOD = [
  ...['up', 'up{job="a"}', 'up{job!="a"}', 'up{job=~"a|b"}', 'up{job!~"a.*"}', '{job="a"}'],
  ...['{__name__="up"}', 'up{a="b",}', 'up{}', 'a:b:c', 'up offset 5m', 'up offset -1m', 'up @ 0'],
  ...['up @ start()', '-up', '+up', '(up)', '1', '1.5e3', '0x1f', 'Inf', 'NaN', '1 + 2', '2 ^ 3'],
  ...['1 > bool 2', 'up > 1', 'up > bool 1', '1 < up', 'up * 2', 'up % 2', 'a + b', 'a and b'],
  ...['a or b', 'a unless b', 'a and on (x) b', 'a unless ignoring (x) b', 'a / on (x) b'],
  ...['a / on (x) group_left (y) b', 'a * ignoring (x) group_right b', 'a == bool on (x) b'],
  ...['sum(a)', 'sum by (x) (a)', 'sum(a) by (x)', 'avg without (x) (a)', 'topk(3, a)'],
  ...['quantile(0.9, a)', 'count_values("v", a)', 'rate(a[5m])', 'rate(a{x="y"}[1h30m])'],
  ...['rate(a[5m] offset 1h)', 'max_over_time(rate(a[5m])[1h:])', 'a[5m]', 'a[1h:1m]'],
  ...['avg_over_time(a[3d])', 'quantile_over_time(0.5, a[5m])', 'predict_linear(a[1h], 3600)'],
  ...['histogram_quantile(0.99, sum by (le) (rate(a_bucket[5m])))', 'absent(a)', 'vector(1)'],
  ...['scalar(a) > bool 1', 'time() - a', 'hour()', 'hour(a)', 'round(a)', 'round(a, 5)'],
  ...['clamp(a, 0, 1)', 'label_replace(a, "x", "$1", "y", "(.*)")', 'label_join(a, "x", "-")'],
  ...['label_join(a, "x", "-", "y", "z")', 'sum(a) or vector(0)', 'sum(a) / sum(b)'],
  ...['sum by (x) (a) / on (x) sum by (x, y) (b)', '# why\nup', 'a > 1 and b > 2', '"text"'],
  ...['sum by (x) (sum by (x, y) (a))', 'sum(topk(1, a))', 'up{job="a\\"b"}'],
];

const BAD: readonly (readonly [string, string])[] = [
  ['', 'the expression ends too early'],
  ['up{', 'the expression ends too early'],
  ['up}', "cannot go on with '}'"],
  ['up{job=a}', "cannot go on with 'a}'"],
  ['up{job="a"', 'the expression ends too early'],
  ['up up', "cannot go on with 'up'"],
  ['(up', 'the expression ends too early'],
  ['up)', "cannot go on with ')'"],
  ['sum by x (a)', 'cannot go on with'],
  ['sum by (x) a', "cannot go on with 'a'"],
  ['a +', 'the expression ends too early'],
  ['* a', "cannot go on with '* a'"],
  ['a[5m', 'the expression ends too early'],
  ['a[5x]', 'cannot go on with'],
  ['a[$window]', 'cannot go on with'],
  ['rates(a[5m])', 'cannot go on with'],
  ['a => b', 'cannot go on with'],
  ['a && b', 'cannot go on with'],
  ['a offset', 'the expression ends too early'],
  ['a[30s5m]', 'cannot go on with'],
  ['{}', 'selects every series there is'],
  ['{job=""}', 'selects every series there is'],
  ['{job=~".*"}', 'selects every series there is'],
  ['{job!="a"}', 'selects every series there is'],
  ['{job!~"a"}', 'selects every series there is'],
  ['up{__name__="down"}', 'names the metric a second time'],
  ['up{job=~"("}', 'is no regular expression'],
  ['up{job=~"(?=a)"}', 'looks ahead or behind'],
  ['up{job=~"(a)\\\\1"}', 'refers back to a group'],
  ['{"up"}', 'is quoted'],
  ['up{"job"="a"}', 'is quoted'],
  ['a[300]', 'is no length of time'],
  ['a[1h + 1h]', 'is no length of time'],
  ['a[0s]', 'is no time at all'],
  ['rate(a)[5m]', 'asks for a range of something that is no selector'],
  ['a[5m:][5m:]', 'asks for a range of a range vector'],
  ['rate(a[5m]) offset 5m', 'shifts something that is neither selector nor subquery'],
  ['-(a[5m])', 'changes the sign of a range vector'],
  ['-a[5m]', 'asks for a range of something that is no selector'],
  ['-"a"', 'changes the sign of a string'],
  ['rate(a)', 'is an instant vector, rate takes a range vector there'],
  ['rate(1)', 'is a scalar, rate takes a range vector there'],
  ['abs(a[5m])', 'is a range vector, abs takes an instant vector there'],
  ['vector(a)', 'is an instant vector, vector takes a scalar there'],
  ['scalar(1)', 'is a scalar, scalar takes an instant vector there'],
  ['quantile_over_time(a[5m], 0.5)', 'is a range vector, quantile_over_time takes a scalar there'],
  ['label_join(a, 1, "-")', 'is a scalar, label_join takes a string there'],
  ['rate(a[5m], b)', 'rate is given 2 arguments'],
  ['time(a)', 'time is given 1 arguments'],
  ['clamp(a, 1)', 'clamp is given 2 arguments'],
  ['label_join(a, "x")', 'label_join is given 2 arguments'],
  ['label_replace(a, "x", "$1", "y", "(")', 'is no regular expression'],
  ['histogram_quantile(0.9, sum(rate(a[5m])))', 'is given buckets without le'],
  ['mad_over_time(a[5m])', 'mad_over_time is not known to Prometheus 2.42'],
  ['limitk(1, a)', 'limitk is not known to Prometheus 2.42'],
  ['a smoothed', 'is no expression of Prometheus 2'],
  ['a * 5m', 'is a length of time where a number belongs'],
  ['sum(a[5m])', 'sum is given a range vector'],
  ['sum(1)', 'sum is given a scalar'],
  ['sum(a, b)', 'sum is given 2 arguments'],
  ['topk(a)', 'topk is given 1 arguments'],
  ['topk("3", a)', 'topk is given a string'],
  ['count_values(1, a)', 'count_values is given a scalar'],
  ['sum by (x) (sum by (y) (a))', 'groups by x, which what it groups has lost'],
  ['1 > 2', 'compares two scalars without bool'],
  ['a and 1', 'and is given a scalar'],
  ['1 or 2', 'or is given a scalar'],
  ['a + bool b', 'bool stands at +'],
  ['a + on (x) 1', 'says how to match the series of a scalar'],
  ['a and on (x) group_left b', 'matches many with many'],
  ['a / on (x) group_left (x) b', 'matches on x and includes it'],
  ['a[5m] + 1', '+ is given a range vector'],
  ['"a" + 1', '+ is given a string'],
  ['sum(a) / sum by (x) (b)', 'have the labels () and those right of it (x): none match'],
  ['sum by (x) (a) / on (y) b', 'matches on y, which one side has lost'],
  ['sum by (x) (a) and sum by (y) (b)', 'none match'],
];

test('at least 60 of each are tried', () => {
  expect(GOOD.length).toBeGreaterThanOrEqual(60);
  expect(BAD.length).toBeGreaterThanOrEqual(60);
});

test.each(GOOD)('%s is right', (expression) => {
  expect(readPromql(expression).problems).toStrictEqual([]);
});

test.each(BAD)('%s is wrong', (expression, problem) => {
  const { type, problems } = readPromql(expression);

  expect(type).toBeUndefined();
  expect(problems.map((one) => one.problem).join()).toContain(problem);
});

test.each([
  ['1', 'scalar'],
  ['"a"', 'string'],
  ['a', 'instant vector'],
  ['a[5m]', 'range vector'],
  ['a > bool 1', 'instant vector'],
  ['scalar(a) + 1', 'scalar'],
])('%s gives a %s', (expression, type) => {
  expect(readPromql(expression).type).toBe(type);
});

describe('an expression of a rule', () => {
  const chart = new Chart(new App(), 'rules');

  test('is refused with the path of the construct, its place and the fix', () => {
    expect(() => {
      assertPromql(chart, 'expr', 'sum(rate(a))');
    }).toThrow(
      "[rules] expr at 9: 'a' is an instant vector, rate takes a range vector there; add a range, for example [5m]",
    );
  });

  test('is no range', () => {
    expect(() => {
      assertPromql(chart, 'expr', 'a[5m]');
    }).toThrow(
      '[rules] expr gives a range vector, a rule needs an instant vector; apply a function such as rate',
    );
  });

  test('is looked at again where its texts differ in what matters', () => {
    assertPromql(chart, 'expr', '{shape="a"}');
    assertPromql(chart, 'expr', 'shape{a=~"b"}');

    expect(() => {
      assertPromql(chart, 'expr', '{shape=""}');
    }).toThrow('selects every series');
    expect(() => {
      assertPromql(chart, 'expr', 'shape{a=~"("}');
    }).toThrow('is no regular expression');
  });
});
