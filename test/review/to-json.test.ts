import { review, reviewToJson } from '../../lib/review';
import { soundSystem } from '../support/systems';

describe('reviewToJson', () => {
  test('is plain data, with numbers in order of their names', () => {
    const { system, web } = soundSystem({
      call: { timeout: '99ms', retries: 1 },
      production: { releases: {} },
    });
    web.acknowledge('REL-001', { reason: 'soon', until: '2027-03-31' });

    const json = reviewToJson(review(system));

    expect(json).toMatchObject({
      findings: { error: 2, warning: 0 },
      items: [{ rule: 'REL-001' }, { rule: 'TMO-003', severity: 'error' }],
      acknowledged: [{ finding: { rule: 'REL-001' }, reason: 'soon', until: '2027-03-31' }],
    });
    expect(Object.keys(json.items[1]?.numbers ?? {})).toStrictEqual([
      ...['neededMs', 'perTryMs', 'retries', 'timeoutMs'],
    ]);
    expect(JSON.parse(JSON.stringify(json))).toStrictEqual(json);
  });
});
