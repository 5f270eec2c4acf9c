import { formatReview, review } from '../../lib/review';
import { compareWithBaseline, baselineOf } from '../../lib/review/baseline';
import { soundSystem } from '../support/systems';

/** A system with an error, a warning and two findings that are accepted. */
function faulty() {
  const { system, web, orders } = soundSystem({
    call: { timeout: '49ms', perTry: '49ms', retries: 1 },
    production: { releases: {} },
  });
  web.acknowledge('REL-001', { reason: 'first release tomorrow', until: '2027-03-31' });
  orders.acknowledge('REL-001', { reason: 'likewise', until: '2027-03-31' });
  const { acknowledged, findings } = review(system);
  const shown = findings.filter(({ rule }) => ['TMO-003', 'TMO-004'].includes(rule));
  return { findings: shown, acknowledged, errors: 1, warnings: 1 };
}

describe('formatReview', () => {
  test('says in one line that nothing is wrong', () => {
    expect(formatReview({ findings: [], acknowledged: [], errors: 0, warnings: 0 })).toBe(
      '0 errors, 0 warnings',
    );
  });

  test('shows errors, warnings, what is acknowledged and a summary', () => {
    expect(formatReview(faulty())).toBe(
      `ERRORS

TMO-003: all declared tries of a call fit its timeout
  shop/BoundedContext.ordering/Service.web/Call.orders.PlaceOrder
    timeout is 49ms, and 2 tries of 49ms take 98ms: retry 1 never runs
    (timeoutMs 49, perTryMs 49, retries 1, neededMs 98)
    fix: set timeout to 98ms or retries to 0
  more: groundplan explain TMO-003

WARNINGS

TMO-004: a try lasts as long as the callee may take
  shop/BoundedContext.ordering/Service.web/Call.orders.PlaceOrder
    timeout is 49ms, and orders.PlaceOrder promises 99 of 100 answers only within 50ms
    (perTryMs 49, p99Ms 50)
    fix: set timeout to 50ms
  more: groundplan explain TMO-004

ACKNOWLEDGED

REL-001  shop/BoundedContext.ordering/Service.orders
  in production releases say no digest of orders
  accepted until 2027-03-31: likewise

REL-001  shop/BoundedContext.ordering/Service.web
  in production releases say no digest of web
  accepted until 2027-03-31: first release tomorrow

1 error, 1 warning, 2 acknowledged`,
    );
  });

  test('shows where declarations stand, where that is known', () => {
    const text = formatReview(faulty(), { placeOf: () => ({ file: 'system.ts', line: 7 }) });

    expect(text).toContain('Call.orders.PlaceOrder\n    at system.ts:7\n    timeout is 49ms');
  });

  test.each([40, 60, 80])('fits a terminal of %i columns, and loses no word', (width) => {
    const narrow = formatReview(faulty(), { width });
    const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(squeezed(narrow)).toBe(squeezed(formatReview(faulty())));
  });

  test('lists in a line each what a baseline knows and what it no longer needs to know', () => {
    const now = faulty();
    const known = baselineOf('shop', now);
    const gone = { rule: 'KFK-001', path: 'shop/x', key: 'y' };
    const report = compareWithBaseline(now, { ...known, findings: [...known.findings, gone] });

    expect(formatReview({ ...report, acknowledged: [] })).toBe(
      `KNOWN, BY THE BASELINE

TMO-003  shop/BoundedContext.ordering/Service.web/Call.orders.PlaceOrder
TMO-004  shop/BoundedContext.ordering/Service.web/Call.orders.PlaceOrder

MENDED, AND STILL IN THE BASELINE: WRITE IT AGAIN

KFK-001  shop/x

0 errors, 0 warnings, 2 known, 1 mended`,
    );
  });

  test('shows no line of numbers where there are none', () => {
    const { system, web } = soundSystem();
    web.acknowledge('TMO-004', { reason: '', until: '2027-03-31' });
    const text = formatReview(review(system));

    expect(text).toContain('    acknowledgement of TMO-004 has no reason\n    fix: say why');
  });
});
