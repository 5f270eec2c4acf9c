import type { Finding } from '../../lib/core/finding';
import {
  baselineOf,
  compareWithBaseline,
  findingKey,
  fingerprint,
  formatBaseline,
  identify,
  readBaseline,
} from '../../lib/review/baseline';

function found(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'TMO-003',
    severity: 'error',
    path: 'shop/Service.web',
    problem: 'timeout is 49ms, and 2 tries of 49ms take 98ms: retry 1 never runs',
    numbers: { timeoutMs: 49 },
    fix: 'set timeout to 98ms',
    source: 'https://example.com/',
    ...more,
  };
}

function reviewed(...findings: readonly Finding[]) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { findings, acknowledged: [], errors, warnings: findings.length - errors };
}

describe('findingKey', () => {
  it.each([
    ['timeout is 49ms, and 2 tries take 98ms', 'timeout is _, and _ trie take _'],
    ['1 thread of 2 threads', '_ thread of _ thread'],
    [
      'in eu-west-1 order-service-2 has db.r8g.large',
      'in eu-west-1 order-service-2 has db.r8g.large',
    ],
    ['acknowledgement of RTY-002 ended on 2026-06-30', 'acknowledgement of RTY-002 ended on _'],
    ['cidr 10.0.0.0/12 overlaps 10.16.0.0/12', 'cidr _ overlap _'],
    ['promised is 99.95%, 1,500 are -3', 'promised is _, _ are _'],
    ["'512Mi' is of '8'", "'_' is of '_'"],
    ['it has 3', 'it has _'],
    ['parts allow 99%: web 99.9% costs 3%', 'parts allow _'],
    ['2 has', '_ has'],
  ])('of %j is %j', (problem, key) => {
    expect(findingKey({ problem })).toBe(key);
  });
});

describe('identify', () => {
  it('counts findings that are alike', () => {
    const [a, b] = [found({ problem: 'it has 3' }), found({ problem: 'it has 2' })];
    const keys = identify([a, b]);

    expect(keys.get(b)?.key).toBe('it has _');
    expect(keys.get(a)?.key).toBe('it has _ (2)');
  });

  it('does not count those of another rule or path', () => {
    const all = [found(), found({ rule: 'TMO-004' }), found({ path: 'shop' })];

    expect(new Set([...identify(all).values()].map(({ key }) => key)).size).toBe(1);
  });
});

describe('fingerprint', () => {
  const identity = { rule: 'A', path: 'b', key: 'c' };

  it('is the same for the same finding, and another for any other', () => {
    expect(fingerprint(identity)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint({ ...identity })).toBe(fingerprint(identity));
    const others = [
      { ...identity, rule: 'B' },
      { ...identity, path: 'c' },
      { ...identity, key: 'd' },
    ];
    expect(new Set([identity, ...others].map(fingerprint)).size).toBe(4);
  });
});

describe('a baseline', () => {
  const web = found();
  const orders = found({ path: 'shop/Service.orders', severity: 'warning', rule: 'SLO-002' });

  it('is written sorted, the same for findings in any order', () => {
    const text = formatBaseline(baselineOf('shop', reviewed(web, orders)));

    expect(text).toBe(formatBaseline(baselineOf('shop', reviewed(orders, web))));
    expect(JSON.parse(text)).toStrictEqual({
      version: 1,
      system: 'shop',
      findings: [
        {
          rule: 'SLO-002',
          path: 'shop/Service.orders',
          key: 'timeout is _, and _ trie of _ take _',
        },
        { rule: 'TMO-003', path: 'shop/Service.web', key: 'timeout is _, and _ trie of _ take _' },
      ],
    });
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('can be read again', () => {
    const baseline = baselineOf('shop', reviewed(web, orders));

    expect(readBaseline(formatBaseline(baseline), 'shop')).toStrictEqual({
      ok: true,
      value: baseline,
    });
  });

  it('knows a finding whose numbers have changed, and no other', () => {
    const baseline = baselineOf('shop', reviewed(web));
    const changed = found({ problem: 'timeout is 39ms, and 3 tries of 20ms take 60ms: cut' });

    expect(compareWithBaseline(reviewed(changed, orders), baseline)).toStrictEqual({
      findings: [orders],
      acknowledged: [],
      errors: 0,
      warnings: 1,
      known: [changed],
      mended: [],
    });
  });

  it('counts what is new by severity', () => {
    const { errors, warnings } = compareWithBaseline(reviewed(web, orders), {
      system: 'shop',
      findings: [],
    });

    expect([errors, warnings]).toStrictEqual([1, 1]);
  });

  it('knows one of two that are alike', () => {
    const baseline = baselineOf('shop', reviewed(web));
    const second = found({ problem: 'timeout is 50ms, and 2 tries of 49ms take 98ms' });

    const { known, findings } = compareWithBaseline(reviewed(web, second), baseline);

    expect([known?.length, findings.length]).toStrictEqual([1, 1]);
  });

  it('lists what is mended, in order, and not what is acknowledged meanwhile', () => {
    const baseline = baselineOf('shop', reviewed(web, orders, found({ path: 'a' })));
    const review = {
      ...reviewed(),
      acknowledged: [{ finding: web, reason: 'r', until: '2027-03-31' }],
    };

    expect(compareWithBaseline(review, baseline).mended?.map(({ path }) => path)).toStrictEqual([
      'a',
      'shop/Service.orders',
    ]);
  });
});

describe('readBaseline', () => {
  const fix = 'name a baseline, or write it again with --write-baseline';

  it.each([
    ['{', 'is not JSON'],
    ['null', 'has version none, this is version 1'],
    ['{"version":2}', 'has version 2, this is version 1'],
    ['{"version":1}', "is of the system none, this is 'shop'"],
    ['{"version":1,"system":"books"}', `is of the system "books", this is 'shop'`],
    ['{"version":1,"system":"shop"}', "has no list 'findings'"],
    [
      '{"version":1,"system":"shop","findings":[{"rule":"A","path":"b","key":"c"},{"rule":"A","path":"b"}]}',
      'findings[1] lacks one of the texts rule, path and key',
    ],
    [
      '{"version":1,"system":"shop","findings":[7]}',
      'findings[0] lacks one of the texts rule, path and key',
    ],
  ])('refuses %s', (text, problem) => {
    expect(readBaseline(text, 'shop')).toStrictEqual({ ok: false, problem, fix });
  });
});
