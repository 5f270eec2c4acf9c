import { review, reviewToJson } from '../../lib/review';
import { soundSystem } from '../support/systems';

describe('reviewToJson', () => {
  test('is plain data, with numbers in order of their names', () => {
    const { system, web } = soundSystem({
      call: { timeout: '99ms', retries: 1 },
      production: { releases: {} },
    });
    web.acknowledge('REL-001', { reason: 'soon', until: '2027-03-31' });

    const result = review(system);
    const findings = result.findings.filter(({ severity }) => severity === 'error');

    const json = reviewToJson({ ...result, findings, warnings: 0 });

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

  test('names what a baseline knows and no longer needs to know, where there is one', () => {
    const result = review(soundSystem().system);
    const mended = [{ rule: 'A', path: 'b', key: 'c' }];

    expect(reviewToJson(result)).not.toHaveProperty('known');
    expect(reviewToJson(result)).not.toHaveProperty('mended');
    expect(reviewToJson({ ...result, known: result.findings, mended })).toMatchObject({
      known: result.findings,
      mended,
    });
  });
});
