import { formatReview, review } from '../../lib/review';
import { soundSystem } from '../support/systems';

describe('formatReview', () => {
  test('says in one line that nothing is wrong', () => {
    expect(formatReview(review(soundSystem().system))).toBe('0 errors, 0 warnings');
  });

  test('shows errors, warnings, what is acknowledged and a summary', () => {
    const { system, web, orders } = soundSystem({
      call: { timeout: '49ms', perTry: '49ms', retries: 1 },
      production: { releases: {} },
    });
    web.acknowledge('REL-001', { reason: 'first release tomorrow', until: '2027-03-31' });
    orders.acknowledge('REL-001', { reason: 'likewise', until: '2027-03-31' });

    expect(formatReview(review(system))).toBe(
      `Errors

TMO-003  shop/BoundedContext.ordering/Service.web/Call.orders.PlaceOrder
  timeout is 49ms, and 2 tries of 49ms take 98ms: retry 1 never runs
  (timeoutMs 49, perTryMs 49, retries 1, neededMs 98)
  fix: set timeout to 98ms or retries to 0

Warnings

TMO-004  shop/BoundedContext.ordering/Service.web/Call.orders.PlaceOrder
  timeout is 49ms, and orders.PlaceOrder promises 99 of 100 answers only within 50ms
  (perTryMs 49, p99Ms 50)
  fix: set timeout to 50ms

Acknowledged

REL-001  shop/BoundedContext.ordering/Service.orders
  in production releases say no digest of orders
  (regionsWithoutDigest 1)
  fix: release orders to production: its digest goes into the releases file
  accepted until 2027-03-31: likewise

REL-001  shop/BoundedContext.ordering/Service.web
  in production releases say no digest of web
  (regionsWithoutDigest 1)
  fix: release web to production: its digest goes into the releases file
  accepted until 2027-03-31: first release tomorrow

1 error, 1 warning, 2 acknowledged`,
    );
  });

  test('shows no line of numbers where there are none', () => {
    const { system, web } = soundSystem();
    web.acknowledge('TMO-004', { reason: '', until: '2027-03-31' });
    const text = formatReview(review(system));

    expect(text).toContain('  acknowledgement of TMO-004 has no reason\n  fix: say why');
  });
});
