import type { Finding } from '../../lib/core/finding';
import { sortByAcknowledgement } from '../../lib/review/acknowledgements';

const finding = (path: string, rule = 'RTY-002'): Finding => ({
  ...{ rule, severity: 'warning', path, problem: 'p', numbers: {}, fix: 'f', source: 's' },
});
const accept = (path: string, over: { rule?: string; reason?: string; until?: string } = {}) => ({
  ...{ rule: 'RTY-002', reason: 'known', until: '2027-03-31', path },
  ...over,
});
const KNOWN = new Set(['RTY-002', 'TMO-001']);
const sort = (
  findings: readonly Finding[],
  acknowledgements: readonly ReturnType<typeof accept>[],
  asOf?: string,
) => sortByAcknowledgement(findings, acknowledgements, KNOWN, asOf);

describe('sortByAcknowledgement', () => {
  test('excuses findings at its path and below, by segments', () => {
    const [at, below, beside] = [finding('shop/a'), finding('shop/a/b'), finding('shop/ab')];

    const { open, acknowledged, mistakes } = sort([at, below, beside], [accept('shop/a')]);

    expect(open).toStrictEqual([beside]);
    expect(acknowledged).toStrictEqual(
      [at, below].map((found) => ({ finding: found, reason: 'known', until: '2027-03-31' })),
    );
    expect(mistakes).toStrictEqual([]);
  });

  test('excuses nothing above its path and nothing of another rule', () => {
    const all = [finding('shop'), finding('shop/a', 'TMO-001')];

    const { open, mistakes } = sort(all, [accept('shop/a')]);

    expect(open).toStrictEqual(all);
    expect(mistakes).toHaveLength(1);
  });

  test('warns of one that excuses nothing', () => {
    expect(sort([], [accept('shop/a')]).mistakes).toStrictEqual([
      {
        rule: 'ACK-002',
        severity: 'warning',
        path: 'shop/a',
        problem: 'acknowledgement of RTY-002 excuses nothing',
        numbers: { rule: 'RTY-002', until: '2027-03-31' },
        fix: 'remove it',
        source: 'ARCHITECTURE.md of groundplan',
      },
    ]);
  });

  test.each([undefined, '2027-03-31'])('holds on its last day, and without a day: %s', (asOf) => {
    const { open, mistakes } = sort([finding('shop/a')], [accept('shop/a')], asOf);

    expect([...open, ...mistakes]).toStrictEqual([]);
  });

  test('ends after its last day: the finding is back', () => {
    const found = finding('shop/a');
    const { open, mistakes } = sort([found], [accept('shop/a')], '2027-04-01');

    expect(open).toStrictEqual([found]);
    expect(mistakes).toStrictEqual([
      {
        rule: 'ACK-001',
        severity: 'error',
        path: 'shop/a',
        problem: 'acknowledgement of RTY-002 ended on 2027-03-31',
        numbers: { rule: 'RTY-002', until: '2027-03-31' },
        fix: 'mend what was found, or decide again and set until to a later day',
        source: 'ARCHITECTURE.md of groundplan',
      },
    ]);
  });

  test.each([
    ['DCL-003', 'DCL-003 cannot be acknowledged'],
    ['ACK-002', 'ACK-002 cannot be acknowledged'],
    ['RTY-999', "'RTY-999' is no rule"],
  ])('refuses to acknowledge %s', (rule, problem) => {
    const { mistakes } = sort([], [accept('shop/a', { rule })]);

    expect(mistakes.map((mistake) => [mistake.rule, mistake.problem])).toStrictEqual([
      ['ACK-001', problem],
    ]);
  });

  test('leaves an end that is no date to the declaration', () => {
    const until = 'never';
    const { open, mistakes } = sort(
      [finding('shop/a')],
      [accept('shop/a', { until })],
      '2027-01-01',
    );

    expect([...open, ...mistakes]).toStrictEqual([]);
  });

  test('takes the nearest of several, and none of them for idle', () => {
    const near = accept('shop/a', { reason: 'near' });
    const far = accept('shop', { reason: 'far' });

    const { acknowledged, mistakes } = sort([finding('shop/a')], [far, near]);

    expect(acknowledged.map(({ reason }) => reason)).toStrictEqual(['near']);
    expect(mistakes).toStrictEqual([]);
  });

  test('takes of two at one path the one that lasts longer, in any order', () => {
    const [short, long] = [accept('shop/a', { until: '2027-01-31' }), accept('shop/a')];

    for (const order of [
      [short, long],
      [long, short],
    ]) {
      const { acknowledged } = sort([finding('shop/a')], order);

      expect(acknowledged.map(({ until }) => until)).toStrictEqual(['2027-03-31']);
    }
  });
});
