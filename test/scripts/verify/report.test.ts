import { checksToJson, checksToText, listChecks } from '../../../scripts/verify/report';
import type { CheckResult } from '../../../scripts/verify/run-checks';

const PASSED: CheckResult = {
  ...{
    name: 'stacks',
    part: 'terraform 1.11.4',
    result: 'passed',
    seconds: 30,
    stolenPercent: 0,
    peakMiB: 512,
  },
  ...{ figure: '84 stacks', detail: [], notes: ['one is old'] },
};
const FAILED: CheckResult = {
  ...{
    name: 'charts',
    part: 'schemas',
    result: 'failed',
    seconds: 1.25,
    stolenPercent: 0,
    peakMiB: 0,
  },
  ...{ figure: '2 objects', detail: ['[a] is wrong', '[b] too'], notes: [] },
};
const SKIPPED: CheckResult = {
  ...{ name: 'cloud', part: 'moto', result: 'skipped', seconds: 0, stolenPercent: 0, peakMiB: 90 },
  ...{ figure: 'not run', detail: ['no python; install it'], notes: [] },
};

describe('checksToText', () => {
  it('says how much of the time the host gave to others, where it is much', () => {
    const told = (stolenPercent: number) =>
      checksToText([{ ...PASSED, stolenPercent }]).includes(`the host gave ${stolenPercent} %`);
    expect([4, 5, 60].map(told)).toEqual([false, true, true]);
  });

  it('prints what is wrong, a table, and how many there were of each', () => {
    expect(checksToText([PASSED, FAILED, SKIPPED]).split('\n')).toEqual([
      'note of stacks: one is old',
      'FAILED charts: [a] is wrong',
      'FAILED charts: [b] too',
      'SKIPPED cloud: no python; install it',
      'check   part              result   seconds  MiB  figure',
      'stacks  terraform 1.11.4  PASSED   30.0     512  84 stacks',
      'charts  schemas           FAILED   1.3      ?    2 objects',
      'cloud   moto              SKIPPED  0.0      90   not run',
      '',
      '1 passed, 1 failed, 1 skipped',
      '',
    ]);
  });

  it('cuts what would scroll away, and says where all of it is', () => {
    const detail = Array.from({ length: 42 }, (_, index) => `problem ${index}`);
    const lines = checksToText([{ ...FAILED, detail }]).split('\n');
    expect(lines[39]).toBe('FAILED charts: problem 39');
    expect(lines[40]).toBe('... and 2 more lines: --json');
  });
});

describe('checksToJson', () => {
  it('has every result whole', () => {
    expect(JSON.parse(checksToJson([PASSED, SKIPPED]))).toEqual({
      ...{ passed: 1, failed: 0, skipped: 1, checks: [PASSED, SKIPPED] },
    });
  });
});

describe('listChecks', () => {
  it('says what each proves, with what, and when it runs', () => {
    const check = {
      ...{ name: 'stacks', part: 'terraform', proves: 'Stacks are valid.', quick: false },
      ...{ boundSeconds: 1, boundMiB: 1, run: () => Promise.reject(new Error('not called')) },
    };
    expect(listChecks([check, { ...check, quick: true }])).toBe(
      [
        'check   part       run    proves',
        'stacks  terraform  full   Stacks are valid.',
        'stacks  terraform  quick  Stacks are valid.\n',
      ].join('\n'),
    );
  });
});
