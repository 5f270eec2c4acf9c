import { burnAlerts } from '../../../../scripts/verify/prometheus/burn-alert';
import { classesOf, failuresIn, shapesOf } from '../../../../scripts/verify/prometheus/prove-rules';
import { rulesOver } from '../../../../scripts/verify/prometheus/other-period';
import { unitTest } from '../../../../scripts/verify/prometheus/unit-test';
import { books } from '../../../support/books';

const alerts = rulesOver(books().system, '28d')
  .flatMap(({ groups }) => groups)
  .flatMap(burnAlerts);

test('each window of each promise is played', () => {
  const [first] = alerts;

  expect(first?.rule.labels).toMatchObject({ severity: 'page', window: '1h', slo: 'availability' });
  expect(first?.threshold).toBeCloseTo(13.44 * 0.01, 9);
  expect(new Set(alerts.map(({ long }) => long))).toEqual(
    new Set([3_600, 21_600, 86_400, 259_200]),
  );
  for (const { counters } of alerts)
    expect([...counters.failing, ...counters.all].length).toBeGreaterThan(0);
});

test('a life is silent, fires, clears and fires again', () => {
  for (const alert of alerts) {
    const [test] = unitTest(alert, 'rules.json').tests;
    const values = test?.promql_expr_test.map(({ exp_samples: [sample] }) => sample?.value);

    expect(values).toStrictEqual([0, 0, 0, 0, 1, 0, 0, 1, 1, 0]);
  }
});

test('a quick run plays one alert of each class, a whole one each that differs in more than names', () => {
  const told = (some: readonly (typeof alerts)[number][]) => some.map(({ rule }) => rule.expr);
  const [classes, shapes] = [classesOf(alerts), shapesOf(alerts)];
  const kinds = new Set(
    alerts.map(
      ({ rule: { labels }, ofRates }) => `${labels['slo']} ${labels['window']} ${ofRates}`,
    ),
  );

  expect(classes.length).toBeGreaterThanOrEqual(kinds.size);
  expect(classes.length).toBeLessThanOrEqual(shapes.length);
  expect(told(shapes)).toEqual(expect.arrayContaining(told(classes)));
  expect(shapesOf([...alerts, ...alerts])).toHaveLength(shapes.length);
});

test('what promtool says is one line for each moment', () => {
  expect(
    failuresIn('Unit Testing:  a.1h.0.test.json\n  FAILED:\n    expr: "x", time: 30m,\n got: 1'),
  ).toStrictEqual(['[a.1h] at 30m the alert is not as planned']);
  expect(
    failuresIn(
      String.raw`expr: "count(ALERTS{alertname=\"BudgetBurn\",service=\"orders\",window=\"1h\"})", time: 5m,`,
    ),
  ).toStrictEqual(['[orders BudgetBurn 1h] at 5m the alert is not as planned']);
  expect(failuresIn('')).toStrictEqual(['[] promtool failed without a word']);
});
