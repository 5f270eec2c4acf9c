import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@microsoft/jest-sarif';
import { reviewVerb, type ReviewOptions } from '../../lib/cli/review';
import { BoundedContext, System, Team } from '../../lib/model';
import { formatReview, review, reviewToJson } from '../../lib/review';
import { addService } from '../support/systems';
import { smallShop } from './support/small-shop';

const empty = new System('shop', { domain: 'shop.example.com' });
const FILE = join(process.cwd(), 'systems', 'system.ts');
const asOf = '2026-03-31';
const run = (system: System, options: Partial<ReviewOptions> = {}) =>
  reviewVerb({ system, file: FILE }, { asOf, ...options });

describe('reviewVerb', () => {
  it('is fine with a system in which nothing is wrong', () => {
    expect(run(empty)).toStrictEqual({
      exitCode: 0,
      text: formatReview(review(empty, { asOf })),
    });
  });

  it('stops at a finding of severity error', () => {
    const system = smallShop();

    expect(review(system, { asOf }).errors).toBeGreaterThan(0);
    expect(run(system).exitCode).toBe(1);
  });

  it('names the file of the system where no lines are known', () => {
    expect(run(smallShop()).text).toContain('\n    at systems/system.ts\n');
  });

  it('prints JSON, by either of the two names', () => {
    const system = smallShop();
    const { text } = run(system, { json: true });

    expect(JSON.parse(text)).toStrictEqual(reviewToJson(review(system, { asOf })));
    expect(run(system, { format: 'json' }).text).toBe(text);
  });

  it('prints SARIF, with files as the repository names them', () => {
    const log: unknown = JSON.parse(run(smallShop(), { format: 'sarif' }).text);

    expect(log).toBeValidSarifLog();
    expect(log).toMatchObject({
      runs: [
        {
          tool: { driver: { version: '0.1.0' } },
          results: expect.arrayContaining([
            expect.objectContaining({
              locations: [
                expect.objectContaining({
                  physicalLocation: {
                    artifactLocation: { uri: 'systems/system.ts', uriBaseId: '%SRCROOT%' },
                  },
                }),
              ],
            }),
          ]) as unknown,
        },
      ],
    });
  });

  it('prints Markdown', () => {
    const { text } = run(smallShop(), { format: 'markdown' });

    expect(text).toMatch(/^## groundplan review: \d+ errors/);
    expect(text).toContain('(`systems/system.ts`)');
    expect(text).toMatch(/<\/details>$/);
  });

  it('judges acknowledgements by the given day', () => {
    const expired = (day: string): boolean =>
      run(smallShop(), { asOf: day }).text.includes('RTY-002 ended on 2026-06-30');

    expect(expired('2026-06-30')).toBe(false);
    expect(expired('2026-07-01')).toBe(true);
  });

  it('fails on warnings only when it is told to', () => {
    const system = new System('shop', { domain: 'shop.example.com' });
    const team = new Team(system, 'base', { kind: 'platform', slack: '#base' });
    const context = new BoundedContext(system, 'stock', { team, subdomain: 'generic' });
    addService(context, 'idle', {}).acknowledge('RTY-002', { reason: 'x', until: '2027-03-31' });
    const { errors, warnings } = review(system, { asOf });

    expect(errors).toBe(0);
    expect(warnings).toBeGreaterThan(0);
    expect(run(system).exitCode).toBe(0);
    expect(run(system, { failOn: 'error' }).exitCode).toBe(0);
    expect(run(system, { failOn: 'warning' }).exitCode).toBe(1);
    expect(run(empty, { failOn: 'warning' }).exitCode).toBe(0);
  });
});

describe('a baseline', () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundplan-baseline-'));
  const file = join(folder, 'baseline.json');

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is written, and what is in it fails no longer', () => {
    const written = run(smallShop(), { baseline: file, writeBaseline: true });
    const { findings } = review(smallShop(), { asOf });

    expect(written).toStrictEqual({
      exitCode: 0,
      text: `${file}: ${findings.length} known from now on`,
    });
    const { exitCode, text } = run(smallShop(), { baseline: file, failOn: 'warning' });
    expect(exitCode).toBe(0);
    expect(text.endsWith(`\n0 errors, 0 warnings, ${findings.length} known`)).toBe(true);
    const again = readFileSync(file, 'utf8');
    run(smallShop(), { baseline: file, writeBaseline: true });
    expect(readFileSync(file, 'utf8')).toBe(again);
  });

  it('does not excuse what is new, and lists what is mended', () => {
    run(smallShop(), { baseline: file, writeBaseline: true });
    const { findings } = JSON.parse(readFileSync(file, 'utf8')) as {
      findings: { rule: string; path: string; key: string }[];
    };
    const fewer = findings.filter(({ rule }) => rule !== 'REL-001');
    const gone = { rule: 'ARC-001', path: 'shop', key: 'required calls form the cycle a -> a' };
    writeFileSync(file, JSON.stringify({ version: 1, system: 'shop', findings: [...fewer, gone] }));

    const { exitCode, text } = run(smallShop(), { baseline: file, json: true });

    expect(exitCode).toBe(1);
    expect(JSON.parse(text)).toMatchObject({
      findings: { error: findings.length - fewer.length },
      mended: [gone],
    });
  });

  it('that is broken, of another system, or not there is wrong usage', () => {
    writeFileSync(file, '{');
    const absent = join(folder, 'absent.json');

    expect(run(smallShop(), { baseline: file })).toStrictEqual({
      exitCode: 2,
      text: `[${file}] is not JSON; name a baseline, or write it again with --write-baseline`,
    });
    expect(run(smallShop(), { baseline: absent })).toStrictEqual({
      exitCode: 2,
      text: `[${absent}] the baseline cannot be read; name a file that exists, or write it with --write-baseline`,
    });
  });

  it('cannot be written without a file, or in a folder that is not there', () => {
    const lost = join(folder, 'no', 'where.json');

    expect(run(empty, { writeBaseline: true })).toStrictEqual({
      exitCode: 2,
      text: 'error: --write-baseline has no file to write; name it with --baseline FILE',
    });
    expect(run(empty, { writeBaseline: true, baseline: lost })).toStrictEqual({
      exitCode: 2,
      text: `[${lost}] the baseline cannot be written; name a file in a folder that exists`,
    });
  });
});
