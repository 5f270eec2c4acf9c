import type { Finding } from '../../lib/core/finding';
import { COMMENT_LIMIT, reviewToMarkdown } from '../../lib/review';

function found(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'TMO-003',
    severity: 'error',
    path: 'shop/Service.web',
    problem: 'timeout is 49ms',
    numbers: { timeoutMs: 49 },
    fix: 'set timeout to 98ms',
    source: 'https://example.com/',
    ...more,
  };
}

function reviewed(findings: readonly Finding[]) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { findings, acknowledged: [], errors, warnings: findings.length - errors };
}

describe('reviewToMarkdown', () => {
  it('is one heading when nothing is wrong', () => {
    expect(reviewToMarkdown(reviewed([]))).toBe('## groundplan review: 0 errors, 0 warnings\n');
  });

  it('is a table by severity, and folded below it what was found', () => {
    const warning = found({ rule: 'TMO-004', severity: 'warning', numbers: {} });
    const report = {
      ...reviewed([found(), found({ path: 'shop' }), warning]),
      acknowledged: [{ finding: found({ rule: 'KFK-001' }), reason: 'few', until: '2027-03-31' }],
      known: [found({ rule: 'SLO-001' }), found({ rule: 'SLO-001', path: 'shop' })],
      mended: [{ rule: 'ARC-001', path: 'a', key: 'b' }],
    };

    expect(reviewToMarkdown(report, { placeOf: () => ({ file: 'system.ts', line: 7 }) }))
      .toBe(`## groundplan review: 2 errors, 1 warning, 1 acknowledged, 2 known, 1 mended

| | findings | rules |
| --- | ---: | --- |
| error | 2 | TMO-003 (2) |
| warning | 1 | TMO-004 (1) |
| acknowledged | 1 | KFK-001 |
| known | 2 | SLO-001 |
| mended | 1 | ARC-001 |

<details><summary>TMO-003: all declared tries of a call fit its timeout (2 errors)</summary>

- \`shop/Service.web\` (\`system.ts:7\`)\\
  timeout is 49ms\\
  (timeoutMs 49)\\
  **fix:** set timeout to 98ms
- \`shop\` (\`system.ts:7\`)\\
  timeout is 49ms\\
  (timeoutMs 49)\\
  **fix:** set timeout to 98ms

More: \`groundplan explain TMO-003\`

</details>

<details><summary>TMO-004: a try lasts as long as the callee may take (1 warning)</summary>

- \`shop/Service.web\` (\`system.ts:7\`)\\
  timeout is 49ms\\
  **fix:** set timeout to 98ms

More: \`groundplan explain TMO-004\`

</details>

<details><summary>1 acknowledged</summary>

- KFK-001 \`shop/Service.web\`\\
  timeout is 49ms\\
  accepted until 2027-03-31: few

</details>
`);
  });

  it('takes nothing that a system says for Markdown, HTML, a mention or an issue', () => {
    const text = reviewToMarkdown(
      reviewed([
        found({ path: 'a`b', problem: 'a|b_c*<b>&[x](y) @team #12\nnext \\ ~d~ # e', fix: '`x`' }),
      ]),
    );

    expect(text).toContain("- `a'b`\\\n");
    expect(text).toContain(
      'a\\|b\\_c\\*&lt;b&gt;&amp;\\[x\\](y) @\u200bteam #\u200b12 next \\\\ \\~d\\~ # e',
    );
    expect(text).toContain('**fix:** \\`x\\`');
  });

  it('leaves out what a comment cannot hold, the worst never, and says how many', () => {
    const warnings = Array.from({ length: 1_000 }, (_, index) =>
      found({
        rule: 'TMO-004',
        severity: 'warning',
        path: `shop/Service.s${index}/${'x'.repeat(90)}`,
      }),
    );
    const text = reviewToMarkdown(reviewed([...warnings, found()]));
    const shown = text.match(/^- /gm)?.length ?? 0;

    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text.length).toBeGreaterThan(COMMENT_LIMIT - 1_000);
    expect(text).toContain('- `shop/Service.web`');
    expect(text).toContain(
      `**${1_001 - shown} findings left out** to stay below GitHub's 65536 characters`,
    );
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? -1);
  });

  it('counts one finding that is itself longer than a comment', () => {
    const text = reviewToMarkdown(reviewed([found({ problem: 'x'.repeat(70_000) })]));

    expect(text).toContain('**1 finding left out**');
    expect(text.length).toBeLessThan(1_500);
  });

  it('leaves out whole rules when there is no room for their summary', () => {
    const overhead = reviewToMarkdown(reviewed([found({ problem: '' })])).length;
    // Room for a row of the table, and no more.
    const long = found({ problem: 'x'.repeat(COMMENT_LIMIT - 300 - overhead - 60) });
    const text = reviewToMarkdown(
      reviewed([long, found({ rule: 'TMO-004', severity: 'warning' })]),
    );

    expect(text.includes('<summary>TMO-003')).toBe(true);
    expect(text.includes('<summary>TMO-004')).toBe(false);
    expect(text.includes('**1 finding left out**')).toBe(true);
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  });
});
